//! Which sense of an action word holds here.

use super::sentence::Sentence;
use crate::grammar::{Tag, UnitKind};
use crate::lexicon::{ActionPos, Condition, Head, Item, PatternPart, Sense, Test};

/// A sense found to hold, and how far its words reach.
#[derive(Clone, Copy, Debug)]
pub struct Match<'l> {
    pub sense: &'l Sense,
    /// Tokens of the whole action, its fixed words included.
    pub first: usize,
    pub last: usize,
    /// The noun unit that fills the gap of "take … hostage".
    pub gap: Option<usize>,
    /// One past the gap's last token, where a fixed word ends the same noun group ("six tourists hostage").
    pub gap_end: Option<usize>,
}

/// The nouns and words around an action that its conditions look at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around {
    pub subject: Option<usize>,
    pub object: Option<usize>,
    /// Units `from..to` in which prepositional phrases are sought.
    pub from: usize,
    pub to: usize,
    pub passive: bool,
    pub infinitive: bool,
    pub that: bool,
}

/// The farthest a fixed word may stand from the one before it, in tokens.
const FARTHEST: usize = 6;

impl<'a> Sentence<'_, 'a> {
    /// The first sense of these heads that holds. `around` is asked for what stands around a match.
    pub fn sense(
        &self,
        heads: &[Head],
        pos: ActionPos,
        token: usize,
        around: impl Fn(&Match<'a>) -> Around,
    ) -> Option<Match<'a>> {
        let lexicon = self.words.lexicon;
        for &head in heads {
            for sense in lexicon.candidates(head, &self.known) {
                let found = match pos {
                    ActionPos::Noun => self.match_before(sense, token),
                    _ => self.match_after(sense, token),
                };
                let Some(found) = found else { continue };
                if self.conditions_hold(sense, token, &around(&found)) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Matches the words of a noun entry that stand before its head.
    fn match_before(&self, sense: &'a Sense, token: usize) -> Option<Match<'a>> {
        let mut first = token;
        for part in sense.pattern.iter().rev() {
            let PatternPart::Word(hashes) = part else { return None };
            first = first.checked_sub(1)?;
            if !hashes.contains(&self.words.hashes[first]) {
                return None;
            }
        }
        Some(Match { sense, first, last: token + 1, gap: None, gap_end: None })
    }

    /// Matches the words of a verb or adjective entry that follow its head: determiners, possessives, adjectives and
    /// adverbs may stand between, and for a gap one noun group.
    fn match_after(&self, sense: &'a Sense, token: usize) -> Option<Match<'a>> {
        let words = &self.words;
        let mut at = token + 1;
        let (mut gap, mut gap_end) = (None, None);
        let unit = self.unit_of(token)?;
        let passive = self.units[unit].verb.passive;
        for (place, part) in sense.pattern.iter().enumerate() {
            match part {
                PatternPart::Word(hashes) => {
                    let mut skipped = 0;
                    loop {
                        if at >= words.len() || skipped > FARTHEST {
                            return None;
                        }
                        if hashes.contains(&words.hashes[at]) {
                            // The agent of a passive is no particle: "were dropped by".
                            if passive && words.hashes[at] == self.classes.by {
                                return None;
                            }
                            at += 1;
                            break;
                        }
                        let follows_verb = place == 0 && gap.is_none();
                        let pronoun = words.tag(at) == Tag::PRP && follows_verb && words.tag(at + 1) != Tag::PUNCT;
                        let between = matches!(
                            words.tag(at),
                            Tag::DT | Tag::PRPS | Tag::JJ | Tag::JJR | Tag::JJS | Tag::RB | Tag::RBR | Tag::CD | Tag::VBN
                                | Tag::VBG | Tag::POS | Tag::PDT
                        ) || pronoun
                            // "the group's responsibility", "shot the plane down".
                            || words.tag(at).is_noun() && self.noun_may_stand_between(at, hashes);
                        if !between {
                            return None;
                        }
                        if pronoun || words.tag(at).is_noun() {
                            gap = gap.or(self.unit_of(at).filter(|&u| self.is_noun(u) && !self.holds(u, hashes)));
                        }
                        at += 1;
                        skipped += 1;
                    }
                }
                PatternPart::Gap => {
                    let next = self.unit_of(at);
                    match next {
                        Some(noun) if self.is_noun(noun) && self.units[noun].start() >= at => {
                            gap = Some(noun);
                            let last = self.units[noun].end() - 1;
                            let ends_fixed = match sense.pattern.get(place + 1) {
                                Some(PatternPart::Word(hashes)) => last > at && hashes.contains(&words.hashes[last]),
                                _ => false,
                            };
                            at = if ends_fixed { last } else { self.phrase(noun).last };
                            gap_end = ends_fixed.then_some(last);
                        }
                        _ if passive => {}
                        _ => return None,
                    }
                }
            }
        }
        let first = self.units[unit].start().min(token);
        Some(Match { sense, first, last: at.max(token + 1), gap, gap_end })
    }

    /// Whether the noun group holds one of these words.
    fn holds(&self, unit: usize, hashes: &[u64]) -> bool {
        let unit = &self.units[unit];
        self.words.hashes[unit.start()..unit.end()].iter().any(|hash| hashes.contains(hash))
    }

    /// A noun stands between a verb and its fixed word where both are in one noun group, or where the fixed word is a
    /// particle right behind the noun group.
    fn noun_may_stand_between(&self, at: usize, hashes: &[u64]) -> bool {
        let Some(unit) = self.unit_of(at) else { return false };
        let end = self.units[unit].end();
        self.holds(unit, hashes)
            || end < self.words.len()
                && hashes.contains(&self.words.hashes[end])
                && matches!(self.words.tag(end), Tag::RP | Tag::RB)
    }

    fn conditions_hold(&self, sense: &Sense, token: usize, around: &Around) -> bool {
        sense.when.iter().all(|Condition { test, holds }| self.holds_true(test, token, around) == *holds)
    }

    fn holds_true(&self, test: &Test, token: usize, around: &Around) -> bool {
        match test {
            Test::HasObject => around.object.is_some() || around.passive,
            Test::Passive => around.passive,
            Test::Infinitive => around.infinitive,
            Test::That => around.that,
            Test::Prepositions(list) => self
                .phrases(around.from, around.to)
                .map(|(preposition, _)| preposition)
                // A preposition before an -ing form, or at the end, has no noun group behind it.
                .chain(
                    (around.from..around.to)
                        .filter(|&at| self.kind(at) == Some(UnitKind::Preposition))
                        .map(|at| self.preposition(at)),
                )
                .any(|preposition| list.contains(&preposition)),
            Test::ObjectIs(nouns) => around.object.is_some_and(|noun| self.passes(noun, nouns)),
            Test::SubjectIs(nouns) => around.subject.is_some_and(|noun| self.passes(noun, nouns)),
            Test::ModifierIs(nouns) => self.modifiers(token).any(|at| self.modifier_passes(at, nouns)),
        }
    }

    /// The tokens before the head in its noun group.
    fn modifiers(&self, token: usize) -> impl Iterator<Item = usize> + use<> {
        let first = self.unit_of(token).map_or(token, |unit| self.units[unit].start());
        first..token
    }

    fn modifier_passes(&self, at: usize, tests: &[crate::lexicon::NounTest]) -> bool {
        use crate::lexicon::{Kind, NounTest};
        let words = &self.words;
        let item = words.items[at];
        let named = |kinds: &[Kind]| {
            item.is_some_and(|item| item.names.iter().any(|&name| kinds.contains(&words.lexicon.name(name).kind)))
        };
        let role = item.and_then(|item| item.role).map(|(role, _)| words.lexicon.role(role).kind);
        tests.iter().any(|test| match test {
            NounTest::Word(hash) => words.hashes[at] == *hash,
            NounTest::Class(bit) => item.is_some_and(|item| item.noun_classes & bit != 0),
            NounTest::Person => matches!(role, Some(Kind::Person | Kind::Group)) || named(&[Kind::Person]),
            NounTest::Organization => role == Some(Kind::Organization) || named(&[Kind::Organization, Kind::Group]),
            NounTest::Country => named(&[Kind::Country]),
            NounTest::Place => named(&[Kind::Country, Kind::Place]),
            NounTest::Event => item.is_some_and(Item::is_event),
            NounTest::Number => words.tag(at) == Tag::CD,
            NounTest::Money => words.tag(at) == Tag::SYM,
        })
    }
}
