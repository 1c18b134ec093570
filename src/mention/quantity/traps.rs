//! Numbers that count nothing: sums, years, dates, ages, scores, names with a number, ratios.

use super::amount::Amount;
use super::classes::{Classes, Part};
use super::numeral::{Numeral, numeral};
use super::unit::Unit;
use crate::grammar::{Tag, Words};
use crate::lexicon::word_hash;
use crate::segment::{Shape, TokenKind};

/// Whether the amount with this unit is no count.
pub(super) fn is_trap(words: &Words, classes: &Classes, amount: &Amount, unit: &Unit, toll: bool) -> bool {
    unit.no_count
        || metres(words, classes, amount, unit)
        || labelled(words, classes, amount, unit)
        || (!toll && year(words, classes, amount, unit))
        || age(words, classes, amount, unit)
        || named(words, amount, unit)
        || (amount.loose && unit.head.is_none())
        || both_and(words, classes, amount, unit)
        || catalogue(words, amount, unit)
        || titled(words, amount, unit)
        || last_of(words, amount, unit)
        || one_of(words, amount, unit)
}

/// "124.8m long": the letter is no million.
fn metres(words: &Words, classes: &Classes, amount: &Amount, unit: &Unit) -> bool {
    [Some(amount.number.1), unit.head]
        .into_iter()
        .flatten()
        .any(|at| words.value(at, classes.no_count) == Some("dimension"))
        && words.word(amount.number.0).bytes().any(|byte| byte.is_ascii_alphabetic())
        && words.word(amount.number.0).starts_with(|c: char| c.is_ascii_digit())
}

/// The label a word is, with its full stop or without.
fn label<'s>(words: &Words<'_, 's>, classes: &Classes, at: usize) -> Option<&'s str> {
    words.value(at, classes.label).or_else(|| {
        let stem = words.word(at).strip_suffix('.')?;
        words.lexicon.get(word_hash(stem))?.value(classes.label)
    })
}

/// "$5", "No. 7", "aged 12", "March 11", "Flight 370".
fn labelled(words: &Words, classes: &Classes, amount: &Amount, unit: &Unit) -> bool {
    for at in [amount.number.0.checked_sub(1), amount.tokens.0.checked_sub(1)].into_iter().flatten() {
        // Hedges of the amount itself are no labels.
        if at >= amount.tokens.0 && !matches!(words.tokens[at].kind, TokenKind::Symbol) {
            continue;
        }
        match label(words, classes, at) {
            Some("money") => return true,
            Some("age") => return unit.head.is_none(),
            Some("month") if words.tokens[at].shape != Shape::Lower && amount.bare_digits && amount.value < 32 => {
                return true;
            }
            Some("month") => {}
            Some("name") if words.word(at).ends_with(['.', '#']) => return true,
            Some(_) if amount.bare_digits || amount.value < 100 => {
                // "section 12 people" does not occur, "in part 12 people were" hardly.
                return !amount.hedged
                    && (unit.head.is_none() || words.tag(at).is_noun() || words.tokens[at].shape == Shape::Upper);
            }
            _ => {}
        }
    }
    false
}

/// A number that may be a year stays one unless a hedge or the plural noun of a count says otherwise.
fn year(words: &Words, classes: &Classes, amount: &Amount, unit: &Unit) -> bool {
    if !amount.bare_digits || !(1200..2100).contains(&amount.value) {
        return false;
    }
    let four = words.word(amount.number.0).len() == 4 || amount.range;
    if !four {
        return false;
    }
    if amount.hedged && !amount.range {
        let hedge = amount.tokens.0 < amount.number.0;
        return !hedge || (unit.head.is_none() && words.value(amount.number.0 - 1, classes.hedge) == Some("about"));
    }
    let before = amount.tokens.0.checked_sub(1);
    let dated = before.is_some_and(|at| {
        matches!(words.tag(at), Tag::IN | Tag::DT | Tag::PRPS | Tag::POS | Tag::SC | Tag::JJ) || words.tag(at).is_name()
    });
    let plural = unit.head.is_some_and(|head| matches!(words.tag(head), Tag::NNS));
    dated
        || !plural
        || (1900..2100).contains(&amount.value) && !super::classes::is_people(words, unit.head.unwrap_or(0), true)
}

/// ", 52," behind a name, and "(23)".
fn age(words: &Words, classes: &Classes, amount: &Amount, unit: &Unit) -> bool {
    if unit.head.is_some() || amount.hedged || amount.value > 120 {
        return false;
    }
    let (first, past) = amount.tokens;
    // "aged 14 and 8"
    let list = first > 2
        && matches!(words.tag(first - 1), Tag::CC | Tag::PUNCT)
        && (first.saturating_sub(6)..first - 1)
            .rev()
            .take_while(|&at| matches!(words.tag(at), Tag::CD | Tag::CC | Tag::PUNCT | Tag::NN))
            .any(|at| at > 0 && words.value(at - 1, classes.label) == Some("age"));
    if list {
        return true;
    }
    let before = first.checked_sub(1).map_or("", |at| words.word(at));
    let after = words.word(past);
    let closes = past >= words.len() || matches!(after, "," | "." | ")" | ";" | "]");
    let noun = first.checked_sub(2).is_some_and(|at| words.tag(at).is_noun() || words.word(at) == ")");
    let both = first > 1 && words.tag(first - 1) == Tag::DT && words.word(first - 2) == "," && closes;
    both || (before == "," && closes && noun && !amount.increment) || (before == "(" && closes)
}

/// "one in five", "two out of three", "4 in 10": the token behind the second number.
pub(super) fn ratio(words: &Words, classes: &Classes, amount: &Amount) -> Option<usize> {
    let (part, end) = classes.long_part(words, amount.tokens.1)?;
    let second = numeral(words, classes, end, true)?;
    let whole = second.value.integer()?;
    let done = amount.tokens.0.checked_sub(1).is_some_and(|before| words.is(before, classes.status_verb));
    let smaller = amount.value < whole && amount.value < 100;
    let ratio = match part {
        Part::OutOf => amount.value < 100,
        Part::In => {
            smaller && !done && (amount.value == 1 || amount.value < 10 && matches!(whole, 10 | 100 | 1000 | 5 | 20))
        }
        _ => false,
    };
    ratio.then_some(second.tokens.1)
}

/// A number behind a name and without a noun of its own: "Apollo 11", "Boeing 737".
fn named(words: &Words, amount: &Amount, unit: &Unit) -> bool {
    if amount.tokens.0 != amount.number.0 || !amount.bare_digits || unit.others {
        return false;
    }
    let Some(before) = amount.tokens.0.checked_sub(1) else { return false };
    let name = words.capitals
        && words.tag(before).is_name()
        && matches!(words.tokens[before].shape, Shape::Title | Shape::Upper | Shape::Mixed)
        && before > 0;
    let plural = |head: usize| matches!(words.tag(head), Tag::NNS | Tag::NNPS);
    name && unit.head.is_none_or(|head| !plural(head))
}

/// "the last four of the Open": a round, not a count.
fn last_of(words: &Words, amount: &Amount, unit: &Unit) -> bool {
    let before = amount.tokens.0.checked_sub(1).map(|at| words.tag(at));
    unit.partitive && !amount.hedged && matches!(before, Some(Tag::JJ | Tag::JJS))
}

/// "both protesters and police": two things, but not two of them.
fn both_and(words: &Words, classes: &Classes, amount: &Amount, unit: &Unit) -> bool {
    let word = words.tokens[amount.number.0].kind == TokenKind::Word && !words.is(amount.number.0, classes.part);
    let both = word
        && !matches!(words.tag(amount.number.0), Tag::CD)
        && amount.number.1 == amount.number.0 + 1
        && !amount.vague;
    let predicate = amount.tokens.0.checked_sub(1).is_some_and(|before| words.is(before, classes.aux));
    both && amount.value == 2 && (predicate || matches!(words.tag(unit.end), Tag::CC | Tag::CD))
}

/// A number word in a name: "One World Trade Center".
fn titled(words: &Words, amount: &Amount, unit: &Unit) -> bool {
    let at = amount.tokens.0;
    let opens = at == 0 || words.tokens[at - 1].kind == TokenKind::Punct;
    words.capitals
        && !opens
        && words.tokens[at].shape == Shape::Title
        && amount.number.0 == at
        && words.tag(amount.tokens.1).is_name()
        && unit.head.is_none_or(|head| words.tag(head).is_name())
}

/// A number before a name: "4179 Toutatis".
fn catalogue(words: &Words, amount: &Amount, unit: &Unit) -> bool {
    let after = amount.tokens.1;
    amount.bare_digits
        && amount.value > 999
        && words.tag(after) == Tag::NNP
        && unit.head.is_none_or(|head| words.tag(head) == Tag::NNP || words.tag(head) == Tag::VBZ)
}

/// "one of the victims", and "one" that is a pronoun: "this one", "the one".
fn one_of(words: &Words, amount: &Amount, unit: &Unit) -> bool {
    if amount.value != 1 || amount.hedged || words.tokens[amount.number.0].kind == TokenKind::Number {
        return false;
    }
    let before = amount.tokens.0.checked_sub(1).map(|at| words.tag(at));
    unit.partitive || matches!(before, Some(Tag::DT | Tag::WDT | Tag::JJ | Tag::PRPS | Tag::POS | Tag::JJS))
}

/// "this one", "which one do": no number.
pub(super) fn is_pronoun(words: &Words, numeral: &Numeral) -> bool {
    let (first, past) = numeral.tokens;
    let determined = first.checked_sub(1).is_some_and(|before| matches!(words.tag(before), Tag::DT | Tag::WDT));
    let counts = |tag: Tag| tag.is_noun() || matches!(tag, Tag::JJ | Tag::CD);
    numeral.value.integer() == Some(1)
        && past == first + 1
        && words.tokens[first].kind == TokenKind::Word
        && determined
        && !counts(words.tag(past))
}
