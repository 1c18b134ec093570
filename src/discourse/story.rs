//! The events of an article, told one after the other: which are one, and when they were.

use crate::Article;
use crate::event::{Event, EventDate};
use crate::lexicon::{Head, Lexicon};
use crate::same::{HARM, Report, family, one_stem, points};
use jiff::Unit;
use jiff::civil::Date;
use std::borrow::Cow;

/// An event, and what the discourse asks of it.
pub struct Told<'a> {
    /// The event; its ids are given at the end.
    pub event: Event<'a>,
    /// Its words, with actor and target where they are near.
    pub words: &'a str,
    /// It is told as known: "the attack".
    pub definite: bool,
    /// The event told before that it goes back to, as a noun that brings nothing itself.
    pub antecedent: Option<usize>,
    /// A recent day in its sentence that may be its date.
    pub nearby: Option<EventDate<'a>>,
}

/// The events of an article so far, in the order of the text.
#[derive(Default)]
pub struct Story<'a> {
    told: Vec<Told<'a>>,
}

/// The points that make two reports one; fewer for what is told as known.
const ENOUGH: u32 = 5;
const ENOUGH_KNOWN: u32 = 3;

/// How far back the event of "the attack" is sought, in sentences: told with the same word, told with another.
const WORD_REACH: usize = 12;
const KIND_REACH: usize = 4;

/// How many groups back an event is compared with.
const GROUPS: usize = 48;

/// How far a date reaches, in sentences, and how long before the publication it may be, in days: older ones are
/// background.
const DATE_REACH: usize = 2;
const RECENT: i32 = 21;

impl<'a> Story<'a> {
    /// Takes in the events of the next sentence.
    pub fn add(&mut self, told: impl IntoIterator<Item = Told<'a>>) {
        self.told.extend(told);
    }

    /// The event that a noun with the senses of these heads goes back to, as its number: the last one told with the same word, else of
    /// the same type.
    pub fn antecedent(&self, nouns: &[Head], lexicon: &Lexicon, sentence: usize) -> Option<usize> {
        let senses = || nouns.iter().flat_map(|&head| lexicon.senses(head));
        let near = |reach: usize| {
            let told = self.told.iter().enumerate().rev();
            told.take_while(move |(_, told)| told.event.sentence.index + reach >= sentence)
                .filter(|(_, told)| matches!(&*told.event.action.status, "asserted" | "possible"))
        };
        let same_word = |told: &Told| senses().any(|sense| *sense.lemma == *told.event.action.lemma);
        // "The attack" may go back to any harm, "the election" only to who was elected.
        let same_kind = |told: &Told| {
            let action = &told.event.action;
            let kind = family(&action.kind);
            senses().any(|sense| {
                sense.kind.is_some_and(|sense| family(sense.name()) == kind)
                    && (kind == HARM || one_stem(&sense.lemma, &action.lemma))
            })
        };
        near(WORD_REACH)
            .find(|(_, told)| same_word(told))
            .or_else(|| near(KIND_REACH).find(|(_, told)| same_kind(told)))
            .map(|(at, _)| at)
    }

    /// The words of an event.
    pub fn words(&self, event: usize) -> &'a str {
        self.told[event].words
    }

    /// All events, with their ids and dates.
    pub fn finish(mut self, article: &Article) -> Vec<Event<'a>> {
        for told in &mut self.told {
            told.event.date = told.event.date.take().or(told.nearby.take());
        }
        let groups = self.groups();
        self.date_by_group(&groups);
        self.date_by_neighbours();
        let mut events: Vec<Event> = self.told.into_iter().map(|told| told.event).collect();
        for (at, event) in events.iter_mut().enumerate() {
            event.id = format!("{}#{}", article.id, at + 1);
            event.event = format!("{}#{}", article.id, groups[at] + 1);
            if event.date.is_none() {
                event.date = article.published.map(published);
            }
        }
        events
    }

    /// For each event the first one of its group.
    fn groups(&self) -> Vec<usize> {
        let mut first: Vec<usize> = Vec::with_capacity(self.told.len());
        // The groups: their first event, their last one, and what is known of them.
        let mut groups: Vec<(usize, usize, Report)> = Vec::new();
        for (at, told) in self.told.iter().enumerate() {
            let report = Report { known: told.definite, ..Report::of(&told.event) };
            let from = groups.len().saturating_sub(GROUPS);
            if let Some(before) = told.antecedent.filter(|_| told.event.action.status == "asserted") {
                let start = first[before];
                if let Some((_, last, known)) = groups.iter_mut().find(|(group, ..)| *group == start) {
                    known.fill(&report);
                    *last = at;
                }
                first.push(start);
                continue;
            }
            let best = groups[from..]
                .iter_mut()
                .rev()
                // What one sentence tells apart is apart.
                .filter(|(_, last, _)| self.told[*last].event.sentence.index < told.event.sentence.index)
                .filter_map(|group| Some((points(&report, &group.2, 0)?, group)))
                .filter(|(points, (start, ..))| {
                    let known = told.definite && self.told[*start].event.action.lemma == told.event.action.lemma;
                    *points
                        >= if known {
                            ENOUGH_KNOWN
                        } else if told.definite {
                            ENOUGH_KNOWN + 1
                        } else {
                            ENOUGH
                        }
                })
                .max_by_key(|(points, (_, last, _))| (*points, *last));
            match best {
                Some((_, (start, last, known))) => {
                    known.fill(&report);
                    *last = at;
                    first.push(*start);
                }
                None => {
                    groups.push((at, at, report));
                    first.push(at);
                }
            }
        }
        first
    }

    /// An event without a date of its own has that of its group: of the nearest mention before it that has one, else of
    /// the first after it.
    fn date_by_group(&mut self, groups: &[usize]) {
        for at in 0..groups.len() {
            if self.told[at].event.date.is_some() {
                continue;
            }
            let same = |other: &usize| groups[*other] == groups[at] && self.dated(*other);
            let with = (0..at).rev().find(same).or_else(|| (at + 1..groups.len()).find(same));
            self.told[at].event.date = with.and_then(|other| self.told[other].event.date.as_ref()).map(context);
        }
    }

    /// An event that only the publication dates has the day that the sentences right before it tell of, if that is
    /// recent: what lies farther back is background, and does not reach forward.
    fn date_by_neighbours(&mut self) {
        let mut last: Option<usize> = None;
        for at in 0..self.told.len() {
            let told = &self.told[at];
            if self.dated(at) {
                last = Some(at);
                continue;
            }
            if told.event.date.is_some() || told.event.action.status != "asserted" {
                continue;
            }
            let near = last.filter(|&last| {
                told.event.sentence.index <= self.told[last].event.sentence.index + DATE_REACH
                    && self.is_recent_day(last)
            });
            self.told[at].event.date = near.and_then(|last| self.told[last].event.date.as_ref()).map(context);
        }
    }

    fn dated(&self, at: usize) -> bool {
        self.told[at].event.date.as_ref().is_some_and(|date| date.basis == "text" && date.from.is_some())
    }

    fn is_recent_day(&self, at: usize) -> bool {
        let event = &self.told[at].event;
        let (Some(date), Some(published)) = (&event.date, event.published) else { return false };
        let (Some(from), Some(to)) = (date.from, date.to) else { return false };
        event.action.status == "asserted" && from == to && to <= published && is_recent(from, to, published)
    }
}

/// Whether days are near enough to the publication to be what an article tells of, and not its background.
pub fn is_recent(from: Date, to: Date, published: Date) -> bool {
    let days = |one: Date, other: Date| one.until((Unit::Day, other)).map_or(i32::MAX, |span| span.get_days());
    days(from, to) <= 7 && days(to, published).abs() <= RECENT
}

fn context<'a>(date: &EventDate<'a>) -> EventDate<'a> {
    EventDate { basis: Cow::Borrowed("context"), ..date.clone() }
}

fn published<'a>(day: Date) -> EventDate<'a> {
    EventDate {
        text: None,
        start: None,
        end: None,
        value: day.to_string(),
        from: Some(day),
        to: Some(day),
        basis: Cow::Borrowed("published"),
    }
}
