//! Zero: "no casualties", "no deaths or injuries", "none of those doctors", "no one".

use super::classes::{ending_at, is_people};
use super::status::{Place, StatusReader, is_harm};
use super::unit::{noun_group, unit};
use super::{Quantity, QuantityGrammar, Rel};
use crate::grammar::{Tag, Words};

/// The quantity zero from token `at` on; returns the token to go on with.
pub(super) fn nothing(grammar: &QuantityGrammar, words: &Words, at: usize, out: &mut Vec<Quantity>) -> Option<usize> {
    let classes = &grammar.classes;
    words.is(at, classes.none).then_some(())?;
    let (item, end) = words.longest(at, classes.none)?;
    let reader = StatusReader { words, classes };
    let push = |tokens, unit, status, out: &mut Vec<Quantity>| {
        out.push(Quantity {
            tokens,
            number: (at, end),
            unit,
            value: 0,
            min: Some(0),
            max: Some(0),
            approx: false,
            article: false,
            definite: false,
            rel: Rel::Total,
            status,
            rule: "none",
        });
    };
    match item.value(classes.none)? {
        "noun" => {
            let (head, mut past) = noun_group(words, classes, end)?;
            let place = |head: usize, start: usize, first: usize| Place {
                tokens: (first, head + 1),
                after_number: start,
                head: Some(head),
                people: is_people(words, head, false),
                subject: true,
            };
            let harm = |head: usize| ending_at(words, head, classes.status_noun).is_some();
            let status = reader.status(place(head, end, at)).or_else(|| reader.weak(head));
            // "no soldiers were killed", "no shots were fired", but not "no minister was sent".
            if !harm(head) && status.is_none_or(|status| !is_harm(status) && status != "fired") {
                return None;
            }
            push((at, past), Some(head), status, out);
            // "no deaths or serious injuries"
            while words.tag(past) == Tag::CC || words.word(past) == "," {
                let Some((next, next_past)) = noun_group(words, classes, past + 1) else { break };
                if !harm(next) {
                    break;
                }
                push((past + 1, next_past), Some(next), reader.status(place(next, past + 1, past + 1)), out);
                past = next_past;
            }
            Some(past)
        }
        "never" => None,
        kind => {
            let unit =
                if kind == "of" { unit(words, classes, end - 1, true) } else { unit(words, classes, end, false) };
            let (head, past) = match kind {
                "person" => (None, end),
                _ if unit.end > end => (unit.head, unit.end),
                // "none of the 12"
                "of" if words.tag(end) == Tag::DT && words.tag(end + 1) == Tag::CD => (None, end + 2),
                _ => (None, end),
            };
            let place = Place { tokens: (at, past), after_number: past, head, people: true, subject: true };
            let status = reader.status(place);
            status?;
            push((at, past), head, status, out);
            Some(past)
        }
    }
}
