//! Whether two reports tell of one event.
//!
//! Nothing may speak against it: another type or effect, another actor, target, place, day or number. And enough must
//! speak for it: slots that say the same count by how much they tell apart.

use crate::event::{Argument, Count, Event, EventDate};
use jiff::ToSpan;
use jiff::civil::Date;

/// The slots of a report that are compared. Those of a group of reports are the first that were told.
#[derive(Clone, Copy)]
pub(crate) struct Report<'e, 'a> {
    pub event: &'e Event<'a>,
    pub actor: Option<&'e Argument<'a>>,
    pub target: Option<&'e Argument<'a>>,
    pub place: Option<&'e Argument<'a>>,
    pub date: Option<&'e EventDate<'a>>,
    pub count: Option<&'e Count<'a>>,
}

impl<'e, 'a> Report<'e, 'a> {
    /// A report by itself. A date that is only the article's own says nothing of the event.
    pub fn of(event: &'e Event<'a>) -> Report<'e, 'a> {
        Report {
            event,
            actor: event.actor.as_ref(),
            target: event.target.as_ref(),
            place: event.place.as_ref(),
            date: event.date.as_ref().filter(|date| date.basis != "published"),
            count: event.count.as_ref(),
        }
    }

    /// Takes over what another report of the same event has and this one lacks.
    pub fn fill(&mut self, other: &Report<'e, 'a>) {
        self.actor = self.actor.filter(|actor| tells(actor)).or(other.actor).or(self.actor);
        self.target = self.target.filter(|target| tells(target)).or(other.target).or(self.target);
        self.place = self.place.or(other.place);
        self.date = self.date.or(other.date);
        self.count = self.count.or(other.count);
    }
}

/// How two arguments stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Same,
    /// One is missing, or says too little.
    Open,
    Different,
}

/// The points that speak for two reports being of one event; `None` where something speaks against it. `days` is how far
/// apart their days may be.
pub(crate) fn points(one: &Report, other: &Report, days: i64) -> Option<u32> {
    let (a, b) = (&one.event.action, &other.event.action);
    if family(&a.kind) != family(&b.kind) || settled(&a.status) != settled(&b.status) {
        return None;
    }
    if let (Some(effect), Some(another)) = (&one.event.effect, &other.event.effect)
        && effect != another
    {
        return None;
    }
    // To attack somebody and to kill somebody are told apart: the one may be part of the other.
    if one.event.effect.is_some() != other.event.effect.is_some() && a.lemma != b.lemma {
        return None;
    }
    let mut points = u32::from(a.lemma == b.lemma) + u32::from(a.kind == b.kind);
    for (fit, weight) in [
        (arguments(one.actor, other.actor), 2),
        (arguments(one.target, other.target), 3),
        (arguments(one.place, other.place), 2),
        (dates(one.date, other.date, days), 2),
        (counts(one.count, other.count), 2),
    ] {
        match fit {
            Fit::Same => points += weight,
            Fit::Open => {}
            Fit::Different => return None,
        }
    }
    Some(points)
}

/// Types that only the presence of an attacker tells apart are one.
fn family(kind: &str) -> &str {
    if kind == "CASUALTY" { "ASSAULT" } else { kind }
}

/// What may have happened is one with what did; plans and denials are not.
fn settled(status: &str) -> &str {
    if status == "possible" { "asserted" } else { status }
}

fn arguments(one: Option<&Argument>, other: Option<&Argument>) -> Fit {
    let (Some(one), Some(other)) = (one, other) else { return Fit::Open };
    if let (Some(name), Some(another)) = (&one.name, &other.name) {
        return if name == another { Fit::Same } else { Fit::Different };
    }
    if let (Some(country), Some(another)) = (&one.country, &other.country)
        && country != another
    {
        return Fit::Different;
    }
    let words = |argument: &Argument| argument.resolved.as_ref().map_or(argument.text.len(), |words| words.len());
    if words(one) == words(other) && written(one).eq_ignore_ascii_case(written(other)) {
        return Fit::Same;
    }
    if !tells(one) || !tells(other) {
        return Fit::Open;
    }
    if singular(&head(one)).eq_ignore_ascii_case(singular(&head(other))) {
        return Fit::Same;
    }
    match (&one.sector, &other.sector) {
        (Some(sector), Some(another)) if sector == another => Fit::Open,
        (Some(sector), Some(another)) if sector == "CVL" || another == "CVL" => Fit::Open,
        _ => Fit::Different,
    }
}

fn written<'e>(argument: &'e Argument) -> &'e str {
    argument.resolved.as_deref().unwrap_or(&argument.text)
}

/// The head word; of something that stands for words before, their last one.
fn head<'e>(argument: &'e Argument) -> &'e str {
    let words = argument.resolved.as_deref().unwrap_or(&argument.head);
    words.rsplit(' ').next().unwrap_or(words)
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// Whether an argument says who: a pronoun that stands for nothing, a bare number and another event do not.
fn tells(argument: &Argument) -> bool {
    let number = argument.head.bytes().all(|byte| byte.is_ascii_digit());
    let known = argument.kind.is_some() || argument.head.len() > 4 || argument.name.is_some();
    argument.kind.as_deref() != Some("event") && !number && known
}

fn dates(one: Option<&EventDate>, other: Option<&EventDate>, days: i64) -> Fit {
    let span = |date: &EventDate| Some((date.from?, date.to?));
    let (Some(one), Some(other)) = (one.and_then(span), other.and_then(span)) else { return Fit::Open };
    let later = |day: Date| day.checked_add(days.days()).unwrap_or(day);
    if later(one.1) < other.0 || later(other.1) < one.0 {
        return Fit::Different;
    }
    // A year says too little.
    let short = |(from, to): (Date, Date)| from.until(to).is_ok_and(|length| length.get_days() <= 7);
    if short(one) && short(other) { Fit::Same } else { Fit::Open }
}

/// Tolls rise: other numbers only do not speak for one event.
fn counts(one: Option<&Count>, other: Option<&Count>) -> Fit {
    match (one, other) {
        (Some(one), Some(other)) if one.value == other.value && one.value > 1 && one.of == other.of => Fit::Same,
        _ => Fit::Open,
    }
}
