//! Amounts: a number or vague quantity with its hedges and ranges, and the bounds they give.

use super::atoms::digits;
use super::classes::{Classes, Part};
use super::numeral::{Numeral, numeral};
use crate::grammar::Words;
use crate::lexicon::word_hash;

/// How a hedge bends a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hedge {
    Exact,
    AtLeast,
    About,
    UpTo,
    AllBut,
}

fn hedge_named(name: &str) -> Option<Hedge> {
    Some(match name {
        "exact" => Hedge::Exact,
        "at_least" | "more_than" => Hedge::AtLeast,
        "about" => Hedge::About,
        "up_to" | "fewer_than" => Hedge::UpTo,
        "all_but" => Hedge::AllBut,
        _ => return None,
    })
}

/// A number with its hedges, before the noun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub tokens: (usize, usize),
    pub number: (usize, usize),
    pub value: u64,
    pub min: Option<u64>,
    pub max: Option<u64>,
    pub approx: bool,
    /// "dozens", "several": takes "of" and its noun.
    pub vague: bool,
    /// "another", "a further" before the number.
    pub increment: bool,
    pub complement: bool,
    /// A hedge that says it counts something ("at least", "up to"): the number is no year or name.
    pub hedged: bool,
    /// "10 to 12" and the like; `loose` where "to" or a dash joins them, which scores and prices use too.
    pub range: bool,
    pub loose: bool,
    /// Digits without separators: may be a year or a name.
    pub bare_digits: bool,
}

/// Reads the amount that starts at token `at`.
pub(super) fn amount(words: &Words, classes: &Classes, at: usize) -> Option<Amount> {
    let mut next = at;
    let (mut hedge, mut increment) = (Hedge::Exact, false);
    let mut hedged = false;
    for _ in 0..5 {
        let Some((item, end)) = words.longest(next, classes.hedge | classes.increment) else { break };
        if matches!(item.value(classes.increment), Some("before" | "both")) {
            (increment, next) = (true, end);
            continue;
        }
        let Some(kind) = item.value(classes.hedge).and_then(hedge_named) else { break };
        // A bound says more than "about" or "only".
        if kind != Hedge::Exact && (hedge == Hedge::Exact || hedge == Hedge::About) {
            hedge = kind;
        }
        hedged |= !matches!(kind, Hedge::Exact);
        next = end;
    }
    let core = core(words, classes, next)?;
    let mut amount = Amount {
        tokens: (at, core.end),
        number: (core.start, core.end),
        value: core.value,
        min: None,
        max: None,
        approx: core.vague || hedged,
        vague: core.vague,
        increment,
        complement: hedge == Hedge::AllBut,
        hedged,
        range: core.high.is_some(),
        loose: core.loose,
        bare_digits: core.bare_digits,
    };
    if let Some((item, end)) = words.longest(core.end, classes.hedge_after) {
        amount.tokens.1 = end;
        if hedge == Hedge::Exact {
            hedge = item.value(classes.hedge_after).and_then(hedge_named).unwrap_or(hedge);
            amount.approx |= hedge != Hedge::Exact;
            amount.hedged = true;
        }
    } else if let Some(after) = core.after {
        hedge = if hedge == Hedge::Exact { after } else { hedge };
        amount.approx |= hedge != Hedge::Exact;
    }
    (amount.min, amount.max) = match (core.high, hedge) {
        (Some(high), _) => (Some(core.low), Some(high)),
        (None, Hedge::AtLeast) => (Some(core.low), None),
        (None, Hedge::About) => (None, None),
        (None, Hedge::UpTo) => (None, Some(core.low)),
        (None, _) if core.vague => (Some(core.low), None),
        (None, _) => (Some(core.low), Some(core.low)),
    };
    Some(amount)
}

/// The number itself, or two of them.
struct Core {
    start: usize,
    end: usize,
    value: u64,
    low: u64,
    high: Option<u64>,
    vague: bool,
    loose: bool,
    bare_digits: bool,
    after: Option<Hedge>,
}

impl Core {
    fn range(start: usize, end: usize, low: u64, high: u64) -> Option<Core> {
        let value = low + high.checked_sub(low)? / 2;
        (low < high).then_some(Core {
            start,
            end,
            value,
            low,
            high: Some(high),
            vague: false,
            loose: false,
            bare_digits: false,
            after: None,
        })
    }

    fn single(start: usize, end: usize, value: u64, vague: bool) -> Core {
        Core { start, end, value, low: value, high: None, vague, loose: false, bare_digits: false, after: None }
    }
}

fn core(words: &Words, classes: &Classes, at: usize) -> Option<Core> {
    vague(words, classes, at)
        .or_else(|| between(words, classes, at))
        .or_else(|| joined(words, classes, at))
        .or_else(|| plain(words, classes, at))
}

/// "dozens", "several hundred", "hundreds, perhaps thousands".
fn vague(words: &Words, classes: &Classes, at: usize) -> Option<Core> {
    let (item, end) = words.longest(at, classes.vague)?;
    let value: u64 = item.value(classes.vague)?.parse().ok()?;
    if let Some(scaled) = numeral(words, classes, end, false).filter(|_| words.is(end, classes.scale)) {
        let value = value.checked_mul(scaled.value.integer()?)?;
        return Some(Core::single(at, scaled.tokens.1, value, true));
    }
    let mut core = Core::single(at, end, value, true);
    // "hundreds, possibly thousands," adds no value of its own.
    let mut next = end;
    if words.word(next) == "," {
        next += 1;
    }
    if let Some((Part::And | Part::Or, end)) = classes.long_part(words, next) {
        next = end;
    }
    if next > end {
        if let Some((_, end)) = words.longest(next, classes.hedge) {
            next = end;
        }
        if let Some((item, end)) = words.longest(next, classes.vague)
            && item.value(classes.vague).and_then(|v| v.parse::<u64>().ok()).is_some_and(|more| more > value)
        {
            core.end = if words.word(end) == "," { end + 1 } else { end };
        }
    }
    Some(core)
}

/// "between 10 and 20", "from 10 to 20".
fn between(words: &Words, classes: &Classes, at: usize) -> Option<Core> {
    let joint = match classes.part(words, at)? {
        Part::Between => Part::And,
        Part::From => Part::To,
        _ => return None,
    };
    let low = counted(words, classes, hedges_end(words, classes, at + 1), false)?;
    (classes.part(words, low.tokens.1) == Some(joint)).then_some(())?;
    let high = counted(words, classes, hedges_end(words, classes, low.tokens.1 + 1), true)?;
    let mut core = scaled_range(&low, &high, at, high.tokens.1)?;
    core.loose = joint == Part::To;
    core.bare_digits = low.bare_digits && high.bare_digits;
    Some(core)
}

fn hedges_end(words: &Words, classes: &Classes, at: usize) -> usize {
    words.longest(at, classes.hedge).map_or(at, |(_, end)| end)
}

/// "10-15", "1,000-plus", "5k-20k" as one token.
fn joined(words: &Words, classes: &Classes, at: usize) -> Option<Core> {
    let word = words.word(at);
    if !word.as_bytes().first()?.is_ascii_alphanumeric() {
        return None;
    }
    let (low, high) = word.split_once('-')?;
    let low = digits(low).or_else(|| {
        let value = words.lexicon.get(word_hash(low))?.value(classes.number)?;
        digits(value)
    })?;
    let low = low.integer()?;
    let high_value = digits(high).or_else(|| {
        let value = words.lexicon.get(word_hash(high))?.value(classes.number)?;
        // "twenty-one" is one number.
        (low < 20).then(|| digits(value))?
    });
    if let Some(high) = high_value {
        let mut core = Core::range(at, at + 1, low, high.integer()?)?;
        core.loose = true;
        core.bare_digits = true;
        if let Some(scale) = scale_after(words, classes, at + 1) {
            let (low, high) = (low.checked_mul(scale)?, high.integer()?.checked_mul(scale)?);
            core = Core::range(at, at + 2, low, high)?;
        }
        return Some(core);
    }
    let after = words.lexicon.get(word_hash(high))?.value(classes.hedge_after)?;
    let mut core = Core::single(at, at + 1, low, false);
    core.after = hedge_named(after);
    Some(core)
}

fn scale_after(words: &Words, classes: &Classes, at: usize) -> Option<u64> {
    words.value(at, classes.scale)?.parse().ok()
}

/// A number, and a second one where a range goes on: "10 to 12", "two or three", "10 – 15".
fn plain(words: &Words, classes: &Classes, at: usize) -> Option<Core> {
    let low = counted(words, classes, at, true)?;
    let end = low.tokens.1;
    let joint = classes.part(words, end);
    if matches!(joint, Some(Part::To | Part::Or)) {
        let from = if joint == Some(Part::Or) { hedges_end(words, classes, end + 1) } else { end + 1 };
        if let Some(high) = counted(words, classes, from, true)
            && let Some(mut core) = scaled_range(&low, &high, at, high.tokens.1)
            && (joint == Some(Part::To) || core.high.is_some_and(|high| high <= core.low.saturating_mul(4)))
        {
            core.loose = joint == Some(Part::To);
            core.bare_digits = low.bare_digits && high.bare_digits;
            return Some(core);
        }
    }
    let value = whole(&low)?;
    let mut core = Core::single(at, end, value, low.dozens);
    core.bare_digits = low.bare_digits;
    Some(core)
}

/// "1 to 2 million": the scale of the second number is the first one's too.
fn scaled_range(low: &Numeral, high: &Numeral, start: usize, end: usize) -> Option<Core> {
    let (first, second) = (low.value, high.value);
    if first.floor() < 1000
        && second.floor() >= 1000
        && low.bare_digits | first.integer().is_none()
        && !high.bare_digits
    {
        for scale in [1_000u64, 1_000_000, 1_000_000_000] {
            let scaled = first.times(super::rational::Rational::whole(scale))?;
            if second.floor() / scale > 0 && second.floor() / scale < 1000 && scaled.floor() < second.floor() {
                let last = high.tokens.1 - high.tokens.0;
                if last > 1 {
                    return Core::range(start, end, scaled.floor(), second.floor());
                }
            }
        }
    }
    Core::range(start, end, whole(low)?, whole(high)?)
}

fn counted(words: &Words, classes: &Classes, at: usize, and: bool) -> Option<Numeral> {
    numeral(words, classes, at, and)
}

/// Counts are whole; a fraction of a large scale is rounded.
fn whole(numeral: &Numeral) -> Option<u64> {
    numeral.value.integer().or_else(|| {
        let floor = numeral.value.floor();
        (floor >= 1000 && numeral.tokens.1 - numeral.tokens.0 > 1).then_some(floor)
    })
}
