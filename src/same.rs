//! Whether two reports tell of one event.
//!
//! Nothing may speak against it: another type or effect, another actor, target, place, day or number. And enough must
//! speak for it: slots that say the same count by how much they tell apart.

use crate::event::{Action, Argument, Count, Event, EventDate};
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
    /// It is told as known: "the attack".
    pub known: bool,
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
            known: false,
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
    // Other words for the act: only where what became of the target, or how it was done, is the same, or a noun goes back.
    let like = a.lemma == b.lemma
        || one.event.effect.is_some() && one.event.effect == other.event.effect
        || cameo(a).is_some() && cameo(a) == cameo(b)
        || (one.known || other.known) && (family(&a.kind) == HARM || one_stem(&a.lemma, &b.lemma));
    if !like {
        return None;
    }
    let mut points = u32::from(a.lemma == b.lemma) + u32::from(a.kind == b.kind);
    let named = one.target.is_some_and(|target| target.name.is_some() || target.resolved.is_some());
    for (fit, weight) in [
        (arguments(one.actor, other.actor), 2),
        (arguments(one.target, other.target), if named { 3 } else { 2 }),
        (places(one.place, other.place), 2),
        (dates(one.date, other.date, days), 2),
    ] {
        match fit {
            Fit::Same => points += weight,
            Fit::Open => {}
            Fit::Different => return None,
        }
    }
    match counts(one.count, other.count) {
        Fit::Same => Some(points + 2),
        Fit::Open => Some(points),
        // Tolls rise, but more must speak for it then.
        Fit::Different => points.checked_sub(2),
    }
}

/// The CAMEO code to its third digit.
fn cameo<'e>(action: &'e Action) -> Option<&'e str> {
    action.cameo.as_deref().and_then(|code| code.get(..3))
}

/// Whether two reports share a name: an actor, target or place that is the same in both and is no mere "four people".
pub(crate) fn share_a_name(one: &Report, other: &Report) -> bool {
    let named = |argument: &Argument| {
        argument.name.is_some() || argument.country.is_some() || head(argument).starts_with(char::is_uppercase)
    };
    [(one.actor, other.actor), (one.target, other.target), (one.place, other.place)]
        .into_iter()
        .any(|(one, another)| arguments(one, another) == Fit::Same && one.is_some_and(named))
}

/// Whether the text gives the day of both reports, and it is the same, give or take so many days.
pub(crate) fn same_day(one: &Report, other: &Report, days: i64) -> bool {
    dates(one.date, other.date, days) == Fit::Same
}

/// Types that only the presence of an attacker tells apart are one; whether an explosion had one is often not said.
pub(crate) fn family(kind: &str) -> &str {
    if matches!(kind, "CASUALTY" | "DISASTER") { HARM } else { kind }
}

pub(crate) const HARM: &str = "ASSAULT";

/// Whether two actions are of one word: "elect", "election".
pub(crate) fn one_stem(one: &str, other: &str) -> bool {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    same >= STEM || same == one.len().min(other.len()) && same > 3
}

/// The letters that two words of one stem have in common at least.
const STEM: usize = 5;

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
    if written(one).eq_ignore_ascii_case(written(other)) {
        return Fit::Same;
    }
    if !tells(one) || !tells(other) {
        return Fit::Open;
    }
    if singular(head(one)).eq_ignore_ascii_case(singular(head(other))) {
        return Fit::Same;
    }
    match (&one.sector, &other.sector) {
        (Some(sector), Some(another)) if sector == another => Fit::Open,
        (Some(sector), Some(another)) if sector == "CVL" || another == "CVL" => Fit::Open,
        _ => Fit::Different,
    }
}

/// Two places; "prison" and "the city" do not speak for one event.
fn places(one: Option<&Argument>, other: Option<&Argument>) -> Fit {
    let named = |place: Option<&Argument>| place.is_some_and(|place| head(place).starts_with(char::is_uppercase));
    match arguments(one, other) {
        Fit::Same if !named(one) => Fit::Open,
        fit => fit,
    }
}

fn written<'e>(argument: &'e Argument) -> &'e str {
    argument.resolved.as_deref().unwrap_or(&argument.text)
}

/// The head word; of something that stands for words before, their last one.
fn head<'e>(argument: &'e Argument) -> &'e str {
    last_word(argument.resolved.as_deref().unwrap_or(&argument.head))
}

/// The last word of a name.
pub(crate) fn last_word(words: &str) -> &str {
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

/// Whether two arguments say the same.
pub(crate) fn same_argument(one: &Argument, other: &Argument) -> bool {
    arguments(Some(one), Some(other)) == Fit::Same
}

/// Whether an argument says more than another: who it is at all, a name, more words.
pub(crate) fn fuller(one: &Argument, other: &Argument) -> bool {
    let says = |argument: &Argument| (tells(argument), argument.name.is_some(), argument.resolved.is_none());
    let (one_says, other_says) = (says(one), says(other));
    one_says > other_says || one_says == other_says && one.text.len() > other.text.len() && same_argument(one, other)
}

fn dates(one: Option<&EventDate>, other: Option<&EventDate>, days: i64) -> Fit {
    let span = |date: &EventDate| Some((date.from?, date.to?));
    let (Some(one), Some(other)) = (one.and_then(span), other.and_then(span)) else { return Fit::Open };
    let later = |day: Date| day.checked_add(days.days()).unwrap_or(day);
    if later(one.1) < other.0 || later(other.1) < one.0 {
        return Fit::Different;
    }
    // A year says too little.
    if one_week(one) && one_week(other) { Fit::Same } else { Fit::Open }
}

/// Whether a date is known to a week.
pub(crate) fn is_short(date: &EventDate) -> bool {
    date.from.zip(date.to).is_some_and(one_week)
}

fn one_week((from, to): (Date, Date)) -> bool {
    from.until(to).is_ok_and(|length| length.get_days() <= 7)
}

fn counts(one: Option<&Count>, other: Option<&Count>) -> Fit {
    match (one, other) {
        (Some(one), Some(other)) if one.of == other.of && one.value != other.value => Fit::Different,
        // "Thousands" are everywhere.
        (Some(one), Some(other)) if one.of == other.of && one.value > 1 && !one.approx => Fit::Same,
        _ => Fit::Open,
    }
}
