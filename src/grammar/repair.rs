//! What the tagger cannot see: a sentence has a finite verb, and ", killing 13" is one too.
//!
//! News in the present tense ("NATO jets strike Tripoli") is rare in the tagger's training text, and there the noun
//! reading wins. Where a sentence has no finite verb at all, the token that lost by least gets its verb reading,
//! if its form and the noun before it agree.

use super::tagger::Alternative;
use super::Tag;
use crate::lexicon::{Item, form};

/// Mends the tags of one sentence.
pub fn repair(items: &[Option<&Item>], others: &[Alternative], tags: &mut [Tag]) {
    for at in 1..tags.len() {
        if tags[at].is_verb() && tags[at] != Tag::MD && is_only_role(items[at]) {
            tags[at] = if items[at].and_then(|item| item.role).is_some_and(|(_, plural)| plural) { Tag::NNS } else { Tag::NN };
        }
        if is_participle_tagged_noun(items, tags, at) {
            tags[at] = Tag::VBG;
        }
    }
    // The first stretch, up to a comma or a conjunction, or the whole sentence, must have one.
    let finite = |tag: &Tag| matches!(tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
    let stretch = tags.iter().position(|tag| matches!(tag, Tag::SC | Tag::PUNCT | Tag::WRB)).unwrap_or(tags.len());
    let (end, farthest) = if tags.iter().any(finite) {
        let opened = tags.first().is_some_and(|tag| !matches!(tag, Tag::IN | Tag::SC | Tag::VBG | Tag::VBN | Tag::RB | Tag::CC | Tag::TO));
        if !opened || tags[..stretch].iter().any(finite) || tags.get(stretch) == Some(&Tag::WRB) {
            return;
        }
        (stretch, NEAR)
    } else {
        (tags.len(), i16::MAX)
    };
    let best = (1..end)
        .filter(|&at| others[at] != Alternative::NONE && can_be(items[at], others[at].tag) && agrees(tags, at, others[at].tag))
        .filter(|&at| others[at].behind < farthest)
        .min_by_key(|&at| others[at].behind);
    if let Some(at) = best {
        tags[at] = others[at].tag;
    }
}

/// How far the verb reading of a token may lie behind where only a part of the sentence wants a verb.
const NEAR: i16 = 150;

/// A role, and no verb that the lexicon knows.
fn is_only_role(item: Option<&Item>) -> bool {
    item.is_some_and(|item| item.role.is_some() && item.verbs.is_empty() && item.verb_forms == 0)
}

fn can_be(item: Option<&Item>, tag: Tag) -> bool {
    let wanted = match tag {
        Tag::VBZ => form::THIRD,
        Tag::VBP => form::BASE,
        _ => form::PAST,
    };
    item.is_some_and(|item| item.verb_forms & wanted != 0 || item.verbs.iter().any(|head| head.forms & wanted != 0))
}

/// Whether the word before can be the end of a subject in the right number, and something can follow the verb.
fn agrees(tags: &[Tag], at: usize, tag: Tag) -> bool {
    let before = if matches!(tags[at - 1], Tag::RB | Tag::DT) && at > 1 { tags[at - 2] } else { tags[at - 1] };
    let coordinated = tags[..at].contains(&Tag::CC);
    let subject = match tag {
        Tag::VBZ => matches!(before, Tag::NN | Tag::NNP | Tag::NNPS | Tag::PRP),
        Tag::VBP => matches!(before, Tag::NNS | Tag::NNPS | Tag::PRP | Tag::CD) || coordinated && before.is_noun(),
        _ => before.is_noun() || before == Tag::PRP || before == Tag::CD,
    };
    let after = tags.get(at + 1).copied();
    let object = after.is_none_or(|after| {
        after.is_noun()
            || matches!(
                after,
                Tag::DT | Tag::PRPS | Tag::PRP | Tag::CD | Tag::JJ | Tag::IN | Tag::TO | Tag::RB | Tag::RP | Tag::SC | Tag::JJS | Tag::JJR | Tag::PUNCT
            )
    });
    subject && object
}

/// ", killing at least 47": an -ing form of an action verb after a comma, before something counted or named.
fn is_participle_tagged_noun(items: &[Option<&Item>], tags: &[Tag], at: usize) -> bool {
    tags[at] == Tag::NN
        && matches!(tags[at - 1], Tag::PUNCT | Tag::CC)
        && items[at].is_some_and(|item| item.verbs.iter().any(|head| head.forms & form::ING != 0))
        && tags.get(at + 1).is_some_and(|after| matches!(after, Tag::CD | Tag::DT | Tag::PRPS | Tag::PRP | Tag::NNP))
        || tags[at] == Tag::NN
            && tags[at - 1] == Tag::PUNCT
            && items[at].is_some_and(|item| item.verbs.iter().any(|head| head.forms & form::ING != 0))
            && matches!((tags.get(at + 1), tags.get(at + 2)), (Some(Tag::IN | Tag::JJR | Tag::RB | Tag::RP), Some(Tag::JJS | Tag::IN | Tag::CD | Tag::TO)))
}
