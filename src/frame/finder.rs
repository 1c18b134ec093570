//! All events of a sentence, in the order of their actions.

use super::event::{Frame, Voice};
use super::phrase::Phrase;
use super::sentence::Sentence;
use crate::grammar::{ClauseKind, UnitKind};
use crate::lexicon::{EventType, Test};

/// Finds the frames of a sentence.
pub fn find<'a>(sentence: &Sentence<'_, 'a>, out: &mut Vec<Frame<'a>>) {
    out.clear();
    let mut verbs: Vec<Frame> = (0..sentence.clauses.len()).filter_map(|clause| sentence.verb_frame(clause)).collect();
    for at in 0..verbs.len() {
        if let Some(cause) = cause_beside(sentence, &verbs, at) {
            verbs[at].actor = Some(cause);
        }
    }
    verbs.sort_by_key(|frame| frame.token);
    // The words of an idiom are not events of their own ("claimed responsibility", "leaving dozens injured").
    // An infinitive in one is, where it is another kind of act ("vowed to punish the attackers").
    let idioms: Vec<(usize, usize, Option<EventType>)> = verbs
        .iter()
        .filter(|frame| !frame.sense.pattern.is_empty())
        .map(|frame| (frame.token, frame.last, frame.sense.kind))
        .collect();
    verbs.retain(|frame| {
        let infinitive = frame.clause.is_some_and(|clause| sentence.clauses[clause].kind == ClauseKind::Infinitive);
        !idioms.iter().any(|&(token, last, kind)| {
            token < frame.token && frame.token < last && (!infinitive || kind == frame.sense.kind)
        })
    });
    let taken = |token: usize| idioms.iter().any(|&(first, last, _)| first < token && token < last);
    for (at, unit) in sentence.units.iter().enumerate() {
        match unit.kind {
            UnitKind::Noun if !taken(unit.head()) => {
                if let Some(frame) = sentence.noun_frame(at, claimed_by(&verbs, at)) {
                    match verbs.iter().position(|verb| tells_same(sentence, verb, &frame, at)) {
                        // "halt cooperation", "join protests": the verb has a sense for this object.
                        Some(verb) if asks_object(&verbs[verb]) => {}
                        // "issued a warning": the noun says it.
                        Some(verb) => {
                            verbs.remove(verb);
                            sentence.count(frame, out);
                        }
                        None => sentence.count(frame, out),
                    }
                }
            }
            UnitKind::Adjective if !taken(unit.head()) => {
                if let Some(frame) = sentence.adjective_frame(at) {
                    sentence.count(frame, out);
                }
            }
            _ => {}
        }
    }
    verbs.into_iter().for_each(|frame| sentence.count(frame, out));
    out.sort_by_key(|frame| (frame.token, frame.target.map(|target| target.first)));
}

/// Whether a verb and the event noun that is its object tell one event: the verb is light, or both have one type.
fn tells_same(sentence: &Sentence, verb: &Frame, noun: &Frame, unit: usize) -> bool {
    let light = noun.rule.starts_with("noun.light") && noun.clause == verb.clause;
    let object = verb.clause.is_some_and(|c| {
        let clause = &sentence.clauses[c];
        clause.verb < unit
            && verb.target.is_some_and(|target| target.unit == Some(unit))
            && verb.voice != Voice::Passive
    });
    light || object && verb.sense.kind == noun.sense.kind
}

/// Whether a sense is taken only with certain objects.
fn asks_object(verb: &Frame) -> bool {
    // "were behind the bombing": the noun is the act.
    !verb.sense.lemma.starts_with("be ")
        && verb.sense.when.iter().any(|condition| condition.holds && matches!(condition.test, Test::ObjectIs(_)))
}

/// Who claimed, or was behind, the event that a noun unit names.
fn claimed_by(verbs: &[Frame], noun: usize) -> Option<Phrase> {
    verbs
        .iter()
        .filter(|frame| frame.sense.kind == Some(EventType::Claim) || frame.sense.lemma.starts_with("be "))
        .find(|frame| frame.target.is_some_and(|target| target.unit == Some(noun)))
        .and_then(|frame| frame.actor)
}

/// For harm with nobody named: who acts in the clause of time beside it ("were killed when police opened fire"), or
/// what harmed others in the same breath ("five were killed and 11 injured in road accidents").
fn cause_beside(sentence: &Sentence, verbs: &[Frame], at: usize) -> Option<Phrase> {
    let frame = &verbs[at];
    let clause = frame.clause.filter(|_| frame.harms() && frame.actor.is_none() && frame.target.is_some())?;
    if let Some(cause) = cause_under(sentence, verbs, frame) {
        return Some(cause);
    }
    let beside = |other: &&Frame| {
        let next = other.clause.is_some_and(|c| {
            let (this, that) = (&sentence.clauses[clause], &sentence.clauses[c]);
            that.verb > this.verb && that.verb - this.verb <= 5
        });
        next && other.harms() && other.clause != frame.clause
    };
    verbs.iter().filter(beside).find_map(|other| other.actor.or_else(|| cause_under(sentence, verbs, other)))
}

/// The cause in the clause of time under a frame.
fn cause_under(sentence: &Sentence, verbs: &[Frame], frame: &Frame) -> Option<Phrase> {
    verbs
        .iter()
        .filter(|other| {
            other.clause.is_some_and(|c| {
                sentence.clauses[c].kind == ClauseKind::Adverbial && sentence.clauses[c].parent == frame.clause
            })
        })
        .filter(|other| matches!(other.sense.kind, Some(EventType::Assault | EventType::Disaster)))
        .find_map(|other| other.actor.or(other.target.filter(|_| other.sense.kind == Some(EventType::Disaster))))
        .filter(|cause| frame.target.is_none_or(|target| target.first != cause.first))
}
