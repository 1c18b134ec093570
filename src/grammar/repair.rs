//! What the tagger cannot see: a sentence has a finite verb, and ", killing 13" is one too.
//!
//! News in the present tense ("NATO jets strike Tripoli") is rare in the tagger's training text, and there the noun
//! reading wins. Where a sentence has no finite verb at all, the token that lost by least gets its verb reading,
//! if its form and the noun before it agree.

use super::Tag;
use super::tagger::{Alternative, TagInput};
use crate::lexicon::{Item, form};

/// Mends the tags of one sentence.
/// `auxiliaries` are the word classes of *be*, *have*, *do* and *get*.
pub fn repair(
    inputs: &[TagInput],
    items: &[Option<&Item>],
    auxiliaries: u64,
    others: &[Alternative],
    tags: &mut [Tag],
) {
    let finite = |tag: &Tag| matches!(tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD);
    for at in 1..tags.len() {
        if tags[at].is_verb()
            && tags[at] != Tag::MD
            && items[at].is_some_and(|item| item.role.is_some() && item.is_no_verb())
        {
            tags[at] = if items[at].is_some_and(Item::is_plural_role) { Tag::NNS } else { Tag::NN };
        }
        let after = tags.get(at + 1).copied().unwrap_or(Tag::PUNCT);
        match (tags[at - 1], tags[at], after) {
            // "plan to march".
            (_, Tag::IN, Tag::VB) => tags[at] = Tag::TO,
            // "the general came".
            (Tag::DT, Tag::JJ, Tag::VBD | Tag::VBZ | Tag::MD | Tag::VBN) => tags[at] = Tag::NN,
            // "will sentence the banker".
            (Tag::MD, Tag::NN, _) if inputs[at].can_be(Tag::VB) => tags[at] = Tag::VB,
            // "the quake that struck Turkey", "they killed".
            (Tag::WDT | Tag::WP | Tag::PRP, Tag::VBN, _) if inputs[at].can_be(Tag::VBD) => tags[at] = Tag::VBD,
            // "the individual while".
            (Tag::DT, Tag::JJ, Tag::SC | Tag::PUNCT | Tag::WDT | Tag::WP)
                if inputs[at].can_be(Tag::NN) && items[at].is_none_or(|item| item.adjectives.is_empty()) =>
            {
                tags[at] = Tag::NN
            }
            (Tag::NNP, Tag::RB, Tag::NNP) => tags[at] = Tag::NNP,
            // "Coalition jets struck".
            (_, Tag::VBZ, Tag::VBN | Tag::VBD)
                if !items[at].is_some_and(|item| item.is(auxiliaries)) && inputs[at].can_be(Tag::NNS) =>
            {
                tags[at] = Tag::NNS
            }
            // "11 suspects", "heavy winds and rain".
            (Tag::CD | Tag::JJ, Tag::VBZ, _) if inputs[at].can_be(Tag::NNS) => tags[at] = Tag::NNS,
            // "say three suspected militants die".
            (Tag::CD, Tag::VBD, Tag::JJ | Tag::NN | Tag::NNS)
                if inputs[at].can_be(Tag::VBN)
                    && (tags[..at].iter().any(finite) || tags[at + 1..].iter().any(finite)) =>
            {
                tags[at] = Tag::VBN
            }
            _ => {}
        }
        // "killed by United States airstrikes".
        if matches!(tags[at], Tag::VB | Tag::VBP | Tag::VBZ)
            && items[at].is_some_and(|item| item.is_event() && item.is_no_verb())
        {
            tags[at] = if tags[at] == Tag::VB { Tag::NN } else { Tag::NNS };
        }
        if tags[at] == Tag::VBG && is_gerund_noun(inputs, tags, at) {
            tags[at] = Tag::NN;
        }
        if let Some(tag) = verb_before_determiner(items, tags, at) {
            tags[at] = tag;
        }
        if let Some(tag) = coordinated_verb(items, tags, at) {
            tags[at] = tag;
        }
        if is_participle_tagged_noun(items, tags, at) {
            tags[at] = Tag::VBG;
        }
    }
    if !tags.iter().any(finite) {
        return mend(items, others, tags, (1, tags.len()), i16::MAX);
    }
    // The first stretch, up to a comma or a conjunction, must have one, and so must "when …".
    let closes = |tag: &Tag| matches!(tag, Tag::SC | Tag::PUNCT | Tag::WRB);
    let mut from = 0;
    while from < tags.len() {
        let end = tags[from..].iter().position(closes).map_or(tags.len(), |length| from + length);
        let opened = tags
            .get(from)
            .is_some_and(|tag| !matches!(tag, Tag::IN | Tag::SC | Tag::VBG | Tag::VBN | Tag::RB | Tag::CC | Tag::TO));
        let clause = from == 0 || tags[from - 1] == Tag::WRB;
        if clause && opened && !tags[from..end].iter().any(finite) && tags.get(end) != Some(&Tag::WRB) {
            mend(items, others, tags, (from + 1, end), NEAR);
        }
        from = end + 1;
    }
}

/// Gives the token in `range` that lost by least its finite verb reading.
fn mend(items: &[Option<&Item>], others: &[Alternative], tags: &mut [Tag], range: (usize, usize), farthest: i16) {
    let candidates = (range.0..range.1).flat_map(|at| {
        Alternative::TAGS.into_iter().zip(others[at].behind).map(move |(tag, behind)| (at, tag, behind))
    });
    let best = candidates
        .filter(|&(at, tag, behind)| behind < farthest && can_be(items[at], tag) && agrees(items, tags, at, tag))
        .min_by_key(|&(_, _, behind)| behind);
    if let Some((at, tag, _)) = best {
        tags[at] = tag;
    }
}

/// How far the verb reading of a token may lie behind where only a part of the sentence wants a verb.
const NEAR: i16 = 150;

/// "in a mass shooting at": an -ing form that ends what an article has opened.
fn is_gerund_noun(inputs: &[TagInput], tags: &[Tag], at: usize) -> bool {
    let ends = tags.get(at + 1).is_none_or(|after| matches!(after, Tag::IN | Tag::PUNCT | Tag::CC));
    let modifiers = tags[..at].iter().rev().take_while(|tag| matches!(tag, Tag::NN | Tag::JJ)).count();
    ends && (1..=3).contains(&modifiers)
        && at > modifiers + 1
        && tags[at - modifiers - 1] == Tag::DT
        && tags[at - modifiers - 2] == Tag::IN
        && inputs[at].can_be(Tag::NN)
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
fn agrees(items: &[Option<&Item>], tags: &[Tag], at: usize, tag: Tag) -> bool {
    let last = if matches!(tags[at - 1], Tag::RB | Tag::DT) && at > 1 { at - 2 } else { at - 1 };
    let before = tags[last];
    // "police", "troops".
    let many = items[last].is_some_and(Item::is_plural_role);
    let coordinated = tags[..at].contains(&Tag::CC);
    let subject = match tag {
        // "militants fire rockets": *fire* is the verb.
        Tag::VBZ if last > 0 && tags[last - 1] == Tag::NNS && can_be(items[last], Tag::VBP) => false,
        Tag::VBZ => matches!(before, Tag::NN | Tag::NNP | Tag::NNPS | Tag::PRP),
        Tag::VBP => {
            many || matches!(before, Tag::NNS | Tag::NNPS | Tag::PRP | Tag::CD) || coordinated && before.is_noun()
        }
        _ => before.is_noun() || before == Tag::PRP || before == Tag::CD,
    };
    let after = tags.get(at + 1).copied();
    let object = after.is_none_or(|after| {
        after.is_noun()
            || matches!(
                after,
                Tag::DT
                    | Tag::PRPS
                    | Tag::PRP
                    | Tag::CD
                    | Tag::JJ
                    | Tag::IN
                    | Tag::TO
                    | Tag::RB
                    | Tag::RP
                    | Tag::SC
                    | Tag::JJS
                    | Tag::JJR
                    | Tag::PUNCT
            )
    });
    subject && object
}

/// "police arrest six men", "a blast kills 12": a noun group does not go on behind a number's or a determiner's place.
fn verb_before_determiner(items: &[Option<&Item>], tags: &[Tag], at: usize) -> Option<Tag> {
    let determiner = matches!(tags.get(at + 1), Some(Tag::CD | Tag::DT | Tag::PRPS | Tag::PRP));
    let many = tags[at - 1] == Tag::NNS || items[at - 1].is_some_and(Item::is_plural_role);
    let tag = match tags[at] {
        Tag::NN if many => Tag::VBP,
        Tag::NNS if !many && matches!(tags[at - 1], Tag::NN | Tag::NNP) => Tag::VBZ,
        _ => return None,
    };
    (determiner && can_be(items[at], tag)).then_some(tag)
}

/// "kills five people and wounds several others": a present-tense verb after "and", with an object of its own.
fn coordinated_verb(items: &[Option<&Item>], tags: &[Tag], at: usize) -> Option<Tag> {
    let tag = match tags[at] {
        Tag::NNS => Tag::VBZ,
        Tag::NN => Tag::VBP,
        _ => return None,
    };
    let joined = tags[at - 1] == Tag::CC && tags[..at].contains(&tag) && can_be(items[at], tag);
    let object = tags
        .get(at + 1)
        .is_some_and(|after| matches!(after, Tag::CD | Tag::DT | Tag::PRPS | Tag::JJ | Tag::PRP | Tag::JJR));
    (joined && object).then_some(tag)
}

/// ", killing at least 47", "allegations of groping teenage girls": an -ing form of a known verb after a comma or a
/// preposition, before something that can be its object.
fn is_participle_tagged_noun(items: &[Option<&Item>], tags: &[Tag], at: usize) -> bool {
    let opens = matches!(tags[at - 1], Tag::PUNCT | Tag::CC | Tag::IN | Tag::SC | Tag::TO);
    let ing = items[at].is_some_and(|item| item.verb_forms & form::ING != 0);
    if tags[at] != Tag::NN || !opens || !ing {
        return false;
    }
    let after = |step: usize| tags.get(at + step).copied();
    match after(1) {
        Some(Tag::CD | Tag::DT | Tag::PRPS | Tag::PRP | Tag::NNP) => true,
        Some(Tag::NNS) => tags[at - 1] == Tag::PUNCT,
        Some(Tag::JJ) => after(2).is_some_and(Tag::is_noun) && tags[at - 1] != Tag::CC,
        Some(Tag::IN | Tag::JJR | Tag::RB | Tag::RP) => {
            tags[at - 1] == Tag::PUNCT && matches!(after(2), Some(Tag::JJS | Tag::IN | Tag::CD | Tag::TO))
        }
        _ => false,
    }
}
