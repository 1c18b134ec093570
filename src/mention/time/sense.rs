//! What a word can mean to the time rules, as `lexicons/times.tsv` writes it.

use super::TimeGrammar;
use super::holiday::Holiday;
use super::period::{Season, Unit};
use crate::lexicon::Item;

/// One meaning of an atom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense<'s> {
    /// Nothing that a time is made of.
    Other,
    /// `sure` is false where the word has another everyday use ("may", "sun").
    Month {
        month: i8,
        sure: bool,
    },
    Weekday {
        day: i8,
        sure: bool,
        plural: bool,
    },
    Unit {
        unit: Unit,
        plural: bool,
    },
    Part {
        code: &'s str,
        sure: bool,
        plural: bool,
    },
    /// Noon, midnight.
    Clock(i8),
    Season {
        season: Season,
        sure: bool,
    },
    Holiday(Holiday),
    /// A month of the Islamic calendar.
    IslamicMonth(i8),
    Ref(&'s str),
    Set(&'s str),
    /// The nineties; "1990s" has its century.
    Decade {
        year: i16,
        century: bool,
    },
    /// Days from today.
    Day(i32),
    /// Tonight, overnight.
    Night(i32),
    Number(f64),
    Scale(f64),
    Ordinal(i16),
    Final,
    Half,
    Fraction(i16),
    Several,
    Couple,
    /// "Q1".
    QuarterName(i8),
    /// "or so".
    OrSo,
    Over,
    While,
    /// What is counted by the year or day: "percent a year".
    Rated,
    /// This, last, next: from now.
    Shift(i32),
    /// Previous, following: from the time told of.
    Step(i32),
    Same,
    Latest,
    Each,
    EveryOther,
    Per,
    Ago,
    Back,
    Earlier,
    Later,
    Ahead,
    End,
    Stage,
    StageNoun,
    A,
    The,
    Another,
    Hedge,
    Prep,
    In,
    On,
    At,
    By,
    For,
    From,
    Between,
    Until,
    To,
    Of,
    And,
    Or,
    Premodifier,
    Era {
        before_christ: bool,
    },
    Meridian {
        pm: bool,
    },
    Zone(&'s str),
    OClock,
    Fiscal,
    Old,
    More,
    Whole,
    All,
    Comparable,
    Lengthy,
    YearEnd,
    MonthEnd,
    Future,
    Past,
    Recent,
    Current,
    Comma,
}

/// Reads one meaning of a value of the lexicon.
fn sense(text: &str) -> Option<Sense<'_>> {
    let (kind, argument) = text.split_once(' ').unwrap_or((text, ""));
    let (plain, sure) = match argument.strip_suffix('!') {
        Some(plain) => (plain, false),
        None => (argument, true),
    };
    Some(match kind {
        // The most frequent first.
        "article" => {
            if plain == "A" {
                Sense::A
            } else {
                Sense::The
            }
        }
        "hedge" => Sense::Hedge,
        "prep" => Sense::Prep,
        "in" => Sense::In,
        "on" => Sense::On,
        "at" => Sense::At,
        "by" => Sense::By,
        "for" => Sense::For,
        "from" => Sense::From,
        "between" => Sense::Between,
        "until" => Sense::Until,
        "to" => Sense::To,
        "of" => Sense::Of,
        "and" => Sense::And,
        "or" => Sense::Or,
        "month" => Sense::Month { month: plain.parse().ok()?, sure },
        "weekday" => Sense::Weekday { day: plain.parse().ok()?, sure, plural: false },
        "weekdays" => Sense::Weekday { day: plain.parse().ok()?, sure, plural: true },
        "unit" => Sense::Unit { unit: Unit::parse(plain)?, plural: false },
        "units" => Sense::Unit { unit: Unit::parse(plain)?, plural: true },
        "part" => Sense::Part { code: plain, sure, plural: false },
        "parts" => Sense::Part { code: plain, sure, plural: true },
        "clock" => Sense::Clock(plain.parse().ok()?),
        "season" => Sense::Season { season: Season::parse(plain)?, sure },
        "holiday" => Sense::Holiday(Holiday::parse(plain)?),
        "islamicmonth" => Sense::IslamicMonth(plain.parse().ok()?),
        "ref" => Sense::Ref(plain),
        "set" => Sense::Set(plain),
        "decade" => Sense::Decade { year: plain.parse().ok()?, century: false },
        "day" => Sense::Day(plain.parse().ok()?),
        "night" => Sense::Night(plain.parse().ok()?),
        "number" => Sense::Number(plain.parse().ok()?),
        "scale" => Sense::Scale(plain.parse().ok()?),
        "ordinal" => Sense::Ordinal(plain.parse().ok()?),
        "fraction" => Sense::Fraction(plain.parse().ok()?),
        "shift" => Sense::Shift(plain.parse().ok()?),
        "step" => Sense::Step(plain.parse().ok()?),
        "era" => Sense::Era { before_christ: plain == "BC" },
        "meridian" => Sense::Meridian { pm: plain == "PM" },
        "zone" => Sense::Zone(plain),
        "final" => Sense::Final,
        "half" => Sense::Half,
        "several" => Sense::Several,
        "quarter" => Sense::QuarterName(plain.parse().ok()?),
        "orso" => Sense::OrSo,
        "over" => Sense::Over,
        "while" => Sense::While,
        "rated" => Sense::Rated,
        "couple" => Sense::Couple,
        "same" => Sense::Same,
        "latest" => Sense::Latest,
        "each" => Sense::Each,
        "other" => Sense::EveryOther,
        "per" => Sense::Per,
        "ago" => Sense::Ago,
        "back" => Sense::Back,
        "earlier" => Sense::Earlier,
        "later" => Sense::Later,
        "ahead" => Sense::Ahead,
        "end" => Sense::End,
        "stage" => Sense::Stage,
        "stagenoun" => Sense::StageNoun,
        "another" => Sense::Another,
        "premod" => Sense::Premodifier,
        "oclock" => Sense::OClock,
        "fiscal" => Sense::Fiscal,
        "old" => Sense::Old,
        "more" => Sense::More,
        "whole" => Sense::Whole,
        "all" => Sense::All,
        "comparable" => Sense::Comparable,
        "lengthy" => Sense::Lengthy,
        "yearend" => Sense::YearEnd,
        "monthend" => Sense::MonthEnd,
        "future" => Sense::Future,
        "past" => Sense::Past,
        "recent" => Sense::Recent,
        "current" => Sense::Current,
        _ => return None,
    })
}

/// The senses of an item of the lexicon.
pub(super) fn senses<'s>(item: &'s Item, grammar: &TimeGrammar) -> [Sense<'s>; 3] {
    let mut found = [Sense::Other; 3];
    let mut count = 0;
    for class in [grammar.time, grammar.aid] {
        if !item.is(class) {
            continue;
        }
        for meaning in item.value(class).unwrap_or("").split('|').filter_map(sense) {
            if let Some(place) = found.get_mut(count) {
                *place = meaning;
                count += 1;
            }
        }
    }
    found
}
