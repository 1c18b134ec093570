//! What the counts of one sentence have from each other: coordinated ones share their status, parts have their whole's.

use super::classes::{Classes, Part};
use super::status::{StatusReader, is_harm};
use super::{Quantity, Rel};
use crate::grammar::{Tag, Words};

/// Completes the quantities from `from` on and drops those that stay without ground.
pub(super) fn link(words: &Words, classes: &Classes, out: &mut Vec<Quantity>, from: usize) {
    let reader = StatusReader { words, classes };
    for at in from..out.len() {
        let quantity = out[at];
        let before = quantity.tokens.0.checked_sub(1);
        let previous = at.checked_sub(1).filter(|&previous| previous >= from).map(|previous| out[previous]);
        let included = before.is_some_and(|before| ends_subset(words, classes, before));
        if included && quantity.rel != Rel::Complement {
            out[at].rel = Rel::Subset;
        }
        if let Some(previous) = previous {
            let joined = coordinated(words, previous.tokens.1, quantity.tokens.0);
            if joined && previous.rel == Rel::Subset && quantity.rel == Rel::Total {
                out[at].rel = Rel::Subset;
            }
            if quantity.rule == "number.alone" && quantity.status.is_none() && placed(words, classes, quantity.tokens) {
                out[at].rel = Rel::Subset;
            }
            if quantity.status.is_none() && (joined || out[at].rel == Rel::Subset) {
                out[at].status = previous.status;
            }
            if quantity.unit.is_none() {
                out[at].unit = previous.unit;
            }
        }
        if out[at].status.is_none() && !quantity.article {
            out[at].status = quantity.unit.and_then(|head| reader.weak(head));
        }
    }
    let mut index = 0;
    out.retain(|quantity| {
        index += 1;
        index <= from || grounded(quantity)
    });
}

/// Whether the quantity counts something.
fn grounded(quantity: &Quantity) -> bool {
    match quantity.status {
        // "the two countries", "both attacks" count nothing new, whatever became of them.
        Some(status) => (!quantity.article || is_harm(status)) && quantity.rule != "number.pair",
        None => {
            !quantity.article
                && !quantity.definite
                && !matches!(quantity.rule, "number.alone" | "number.one" | "number.others")
        }
    }
}

/// ", three in Rafah": a part by its place.
fn placed(words: &Words, classes: &Classes, tokens: (usize, usize)) -> bool {
    classes.part(words, tokens.1) == Some(Part::In)
        && tokens
            .0
            .checked_sub(1)
            .is_some_and(|before| matches!(words.word(before), "," | "(" | "–" | "—") || words.tag(before) == Tag::CC)
}

/// Whether "including", "among them" ends at this token.
fn ends_subset(words: &Words, classes: &Classes, at: usize) -> bool {
    super::classes::ending_at(words, at, classes.subset).is_some()
}

/// Whether nothing but "and", commas, adverbs and places stands between two groups.
fn coordinated(words: &Words, from: usize, to: usize) -> bool {
    if to <= from || to - from > 8 {
        return false;
    }
    let mut joint = false;
    for at in from..to {
        match words.tag(at) {
            Tag::CC => joint = true,
            Tag::PUNCT => {
                if !matches!(words.word(at), "," | "(" | ")") {
                    return false;
                }
                joint = true;
            }
            Tag::RB | Tag::IN | Tag::NNP | Tag::NNPS | Tag::NN | Tag::DT | Tag::JJ => {}
            _ => return false,
        }
    }
    joint
}
