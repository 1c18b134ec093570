//! How many: the quantity of an argument, and arguments counted one by one.

use super::event::{Counted, Frame};
use super::phrase::Phrase;
use super::sentence::Sentence;
use crate::grammar::UnitKind;
use crate::lexicon::EventType;
use crate::mention::quantity::Rel;

impl<'a> Sentence<'_, 'a> {
    /// The quantity that counts the head of a noun phrase (or, for "dozens of people", that is its head).
    fn quantity(&self, noun: usize, harm: bool) -> Option<usize> {
        let unit = &self.units[noun];
        let of = self.kind(noun + 1) == Some(UnitKind::Preposition) && self.preposition(noun + 1) == self.classes.of;
        let counts = |q: &usize| {
            let quantity = &self.quantities[*q];
            // "a soldier" counts only where somebody is harmed or taken.
            (harm || !quantity.article)
                && quantity.unit.is_none_or(|unit_token| unit_token >= unit.head() || unit_token >= quantity.number.1)
        };
        self.quantities_in(unit.start(), unit.end()).find(counts).or_else(|| {
            // "a total of 11 people", "thousands of protesters".
            of.then(|| self.units.get(noun + 2))
                .flatten()
                .filter(|_| self.words.is(unit.head(), self.classes.of_noun))
                .and_then(|next| self.quantities_in(next.start(), next.end()).find(counts))
        })
    }

    /// Gives a frame its count, and where several targets are counted apart, one frame each.
    pub(super) fn count(&self, frame: Frame<'a>, frames: &mut Vec<Frame<'a>>) {
        let harm = takes_persons(&frame);
        if let Some(toll) = self.toll(&frame) {
            frames.push(toll);
            return;
        }
        let Some(target) = frame.target else {
            frames.push(self.count_rest(frame));
            return;
        };
        let members = self.members(&target);
        let counted: Vec<(usize, usize)> =
            members.iter().filter_map(|&noun| self.quantity(noun, harm).map(|q| (noun, q))).collect();
        match counted[..] {
            [] => frames.push(self.count_rest(frame)),
            [(_, quantity)] if members.len() == 1 => {
                frames.push(Frame { count: Some((quantity, Counted::Target)), ..frame });
            }
            _ if counted.len() == members.len() && !self.quantities[counted[1].1].article => {
                for &(noun, quantity) in &counted {
                    let target = Some(self.member_phrase(noun));
                    frames.push(Frame { target, count: Some((quantity, Counted::Target)), ..frame });
                }
            }
            [(_, quantity), ..] => frames.push(Frame { count: Some((quantity, Counted::Target)), ..frame }),
        }
        if let Some((noun, quantity)) = self.counted_part(&target, harm) {
            let target = Some(self.phrase(noun));
            frames.push(Frame { target, count: Some((quantity, Counted::Target)), ..frame });
        }
    }

    /// "The death toll rose to 12": the number is the target's, wherever it stands.
    fn toll(&self, frame: &Frame<'a>) -> Option<Frame<'a>> {
        if !self.words.is(frame.token, self.classes.toll) {
            return None;
        }
        let quantity = (0..self.quantities.len()).find(|&q| self.quantities[q].rel == Rel::Toll)?;
        let unit = self.unit_of(self.quantities[quantity].number.1.saturating_sub(1));
        let counted = unit.filter(|&unit| self.is_noun(unit)).map(|unit| self.member_phrase(unit));
        let target = frame.target.filter(|target| target.unit.is_some_and(|noun| !self.is_event(noun))).or(counted);
        Some(Frame { target, count: Some((quantity, Counted::Target)), ..*frame })
    }

    /// The count of the actor, or of the action itself.
    fn count_rest(&self, frame: Frame<'a>) -> Frame<'a> {
        let actor = frame.actor.and_then(|actor| actor.unit).and_then(|noun| self.quantity(noun, false));
        let action = self
            .unit_of(frame.token)
            .filter(|&unit| self.is_noun(unit) && self.units[unit].head() == frame.token)
            .and_then(|unit| self.quantity(unit, false));
        let count = action.map(|q| (q, Counted::Action)).or(actor.map(|q| (q, Counted::Actor)));
        Frame { count, ..frame }
    }

    /// "…, including four gunmen": a part of the target with a count of its own.
    fn counted_part(&self, target: &Phrase, harm: bool) -> Option<(usize, usize)> {
        target.unit?;
        let mut at = target.unit_end;
        let mut steps = 0;
        while steps < 6 && self.kind(at).is_some() {
            if self.kind(at) == Some(UnitKind::Preposition)
                && self
                    .words
                    .phrases(self.units[at].start())
                    .map(|(item, _)| item)
                    .chain(self.words.items[self.units[at].head()])
                    .any(|item| item.value(self.classes.preposition) == Some("part"))
            {
                let noun = at + 1;
                // "including several ministers" counts nobody.
                let exact = |q: &usize| !self.quantities[*q].approx;
                return self
                    .is_noun(noun)
                    .then(|| self.quantity(noun, harm).filter(exact).map(|q| (noun, q)))
                    .flatten();
            }
            if matches!(self.kind(at), Some(UnitKind::Verb | UnitKind::Stop | UnitKind::Relative)) {
                return None;
            }
            at += 1;
            steps += 1;
        }
        None
    }
}

/// Killed, injured, arrested, kidnapped: where "a soldier" is one.
fn takes_persons(frame: &Frame) -> bool {
    frame.harms() || frame.sense.kind == Some(EventType::Coerce) && frame.sense.mode.as_deref() == Some("arrest")
}
