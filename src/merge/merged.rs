//! The record of an event that several reports tell.

use crate::event::{Argument, Count, Event};
use crate::same::fuller;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An event with what all its reports say.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Merged<'a> {
    /// The event: `id`, `sentence` and `action` of the first report, and of each other slot the best-supported value.
    /// Offsets count in the article of the mention that `support` names.
    #[serde(flatten)]
    pub event: Event<'a>,
    /// The reports it rests on.
    #[serde(default)]
    pub mentions: Vec<MentionId<'a>>,
    /// All the numbers that were told, in the order of the first report of each.
    #[serde(default)]
    pub tolls: Vec<Toll<'a>>,
    /// Where each slot's value is from.
    #[serde(default)]
    pub support: Supports,
    /// The sources, each once; an article without one counts by its id.
    #[serde(default)]
    pub sources: Vec<Cow<'a, str>>,
    /// The number of sources.
    #[serde(default)]
    pub source_count: usize,
}

/// A report of an event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MentionId<'a> {
    /// The `id` of the event tuple.
    pub id: Cow<'a, str>,
    /// Its article.
    pub doc: Cow<'a, str>,
    pub source: Option<Cow<'a, str>>,
}

/// A number that was told, and by how many reports.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Toll<'a> {
    #[serde(flatten)]
    pub count: Count<'a>,
    /// The first report that has it.
    pub mention: Cow<'a, str>,
    pub mentions: u32,
}

/// Where a slot's value is from: a mention, and how many say the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Support {
    pub mention: String,
    pub mentions: u32,
}

/// The support of each slot; `null` where the slot is.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the slots")]
pub struct Supports {
    pub actor: Option<Support>,
    pub target: Option<Support>,
    pub date: Option<Support>,
    pub count: Option<Support>,
    pub place: Option<Support>,
    pub instrument: Option<Support>,
    pub effect: Option<Support>,
}

impl<'a> From<Event<'a>> for Merged<'a> {
    fn from(event: Event<'a>) -> Merged<'a> {
        let support = |filled: bool| filled.then(|| Support { mention: event.id.clone(), mentions: 1 });
        let supports = Supports {
            actor: support(event.actor.is_some()),
            target: support(event.target.is_some()),
            date: support(event.date.is_some()),
            count: support(event.count.is_some()),
            place: support(event.place.is_some()),
            instrument: support(event.instrument.is_some()),
            effect: support(event.effect.is_some()),
        };
        let id: Cow<str> = Cow::Owned(event.id.clone());
        let tolls = event.count.iter().map(|count| Toll { count: count.clone(), mention: id.clone(), mentions: 1 });
        let source = event.source.clone().unwrap_or_else(|| event.doc.clone());
        Merged {
            mentions: vec![MentionId { id: id.clone(), doc: event.doc.clone(), source: event.source.clone() }],
            tolls: tolls.collect(),
            support: supports,
            sources: vec![source],
            source_count: 1,
            event,
        }
    }
}

impl<'a> Merged<'a> {
    /// Takes in another report, or another record, of the same event.
    pub fn join(&mut self, other: Merged<'a>) {
        let Merged { event, mentions, tolls, support, sources, .. } = other;
        let own = &mut self.event;
        argument(&mut own.actor, &mut self.support.actor, event.actor, support.actor);
        argument(&mut own.target, &mut self.support.target, event.target, support.target);
        argument(&mut own.place, &mut self.support.place, event.place, support.place);
        argument(&mut own.instrument, &mut self.support.instrument, event.instrument, support.instrument);
        slot(
            &mut own.effect,
            &mut self.support.effect,
            event.effect,
            support.effect,
            |one, other| one == other,
            |_, _| false,
        );
        slot(
            &mut own.date,
            &mut self.support.date,
            event.date,
            support.date,
            |one, other| one.value == other.value,
            // What the text says goes before what is only concluded.
            |one, other| rank(&one.basis) < rank(&other.basis),
        );
        if own.action.status != "asserted" && event.action.status == "asserted" {
            own.action.status = event.action.status;
        }
        own.attribution = own.attribution.take().or(event.attribution);
        for toll in tolls {
            match self.tolls.iter_mut().find(|known| same_toll(&known.count, &toll.count)) {
                Some(known) => known.mentions += toll.mentions,
                None => self.tolls.push(toll),
            }
        }
        // The number that most tell; of those the last one told, which is the newest.
        if let Some(toll) = self.tolls.iter().max_by_key(|toll| toll.mentions) {
            own.count = Some(toll.count.clone());
            self.support.count = Some(Support { mention: toll.mention.to_string(), mentions: toll.mentions });
        }
        for source in sources {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
        self.source_count = self.sources.len();
        self.mentions.extend(mentions);
    }
}

/// The events of one article, one record each: reports with one `event` id are joined. Who claims an event is its actor
/// where nobody else is named.
pub fn merge<'a>(events: Vec<Event<'a>>) -> Vec<Merged<'a>> {
    let claims: Vec<(usize, Argument, String)> = events
        .iter()
        .filter(|event| event.action.kind == "CLAIM" && event.action.status == "asserted")
        .filter_map(|event| Some((event.target_event?, event.actor.clone()?, event.id.clone())))
        .collect();
    let mut merged: Vec<Merged> = Vec::new();
    let mut place: Vec<usize> = Vec::with_capacity(events.len());
    for event in events {
        // An event's group stands before it.
        match merged.iter().rposition(|group| group.event.event == event.event) {
            Some(at) => {
                merged[at].join(event.into());
                place.push(at);
            }
            None => {
                place.push(merged.len());
                merged.push(event.into());
            }
        }
    }
    for (event, actor, mention) in claims {
        let group = &mut merged[place[event]];
        if group.event.actor.as_ref().is_none_or(|known| known.kind.as_deref() == Some("event")) {
            group.event.actor = Some(actor);
            group.support.actor = Some(Support { mention, mentions: 1 });
        }
    }
    merged
}

/// The better of two values of a slot: the one with more support, of equal ones the one that is `better`, else the first.
fn slot<T>(
    own: &mut Option<T>,
    support: &mut Option<Support>,
    other: Option<T>,
    others: Option<Support>,
    same: impl Fn(&T, &T) -> bool,
    better: impl Fn(&T, &T) -> bool,
) {
    let (Some(other), Some(others)) = (other, others) else { return };
    let (Some(known), Some(known_support)) = (&*own, &mut *support) else {
        (*own, *support) = (Some(other), Some(others));
        return;
    };
    if same(known, &other) {
        let mentions = known_support.mentions + others.mentions;
        if better(&other, known) {
            (*own, *support) = (Some(other), Some(Support { mentions, ..others }));
        } else {
            known_support.mentions = mentions;
        }
    } else if better(&other, known) || others.mentions > known_support.mentions && !better(known, &other) {
        (*own, *support) = (Some(other), Some(others));
    }
}

fn argument<'a>(
    own: &mut Option<Argument<'a>>,
    support: &mut Option<Support>,
    other: Option<Argument<'a>>,
    others: Option<Support>,
) {
    slot(own, support, other, others, crate::same::same_argument, fuller);
}

fn same_toll(one: &Count, other: &Count) -> bool {
    one.value == other.value && one.min == other.min && one.max == other.max && one.of == other.of
}

fn rank(basis: &str) -> u8 {
    match basis {
        "text" => 0,
        "context" => 1,
        _ => 2,
    }
}
