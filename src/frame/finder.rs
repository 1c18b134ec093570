//! All events of a sentence, in the order of their actions.

use super::event::Frame;
use super::sentence::Sentence;
use crate::grammar::UnitKind;
use crate::lexicon::EventType;

/// Finds the frames of a sentence.
pub fn find<'a>(sentence: &Sentence<'_, 'a>, out: &mut Vec<Frame<'a>>) {
    out.clear();
    let mut verbs: Vec<Frame> = (0..sentence.clauses.len()).filter_map(|clause| sentence.verb_frame(clause)).collect();
    verbs.sort_by_key(|frame| frame.token);
    // The words of an idiom are not events of their own ("claimed responsibility", "opened fire").
    let taken = |token: usize| verbs.iter().any(|frame| frame.token != token && token < frame.last && frame.token < token && in_pattern(frame));
    for (at, unit) in sentence.units.iter().enumerate() {
        match unit.kind {
            UnitKind::Noun if !taken(unit.head()) => {
                let claimed = verbs
                    .iter()
                    .find(|frame| frame.sense.kind == Some(EventType::Claim) && frame.target.is_some_and(|t| t.unit == Some(at)))
                    .and_then(|frame| frame.actor);
                if let Some(frame) = sentence.noun_frame(at, claimed) {
                    sentence.count(frame, out);
                }
            }
            UnitKind::Verb => {
                for frame in verbs.iter().filter(|frame| frame.token == unit.head()) {
                    sentence.count(*frame, out);
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
    out.sort_by_key(|frame| (frame.token, frame.target.map(|target| target.first)));
}

/// Whether the action has fixed words beside its head.
fn in_pattern(frame: &Frame) -> bool {
    !frame.sense.pattern.is_empty()
}
