//! Who says so.

use super::phrase::Phrase;
use super::sentence::Sentence;
use crate::grammar::{ClauseKind, UnitKind};
use crate::lexicon::EventType;

impl Sentence<'_, '_> {
    /// The source of what a clause tells: the subject of the verb of saying above it, of one beside it (", police
    /// said"), or who "according to" names.
    pub(super) fn attribution(&self, clause: Option<usize>, actor: Option<usize>) -> Option<Phrase> {
        let mut at = clause;
        let mut steps = 0;
        while let Some(c) = at
            && steps < 12
        {
            let this = &self.clauses[c];
            let parent = this.parent.filter(|&parent| parent != c);
            if this.kind == ClauseKind::Complement
                && let Some(parent) = parent
                && self.tells(parent)
            {
                let subject = self.speaker(parent).filter(|&noun| Some(noun) != actor);
                if let Some(subject) = subject {
                    return Some(self.phrase(subject));
                }
            }
            at = parent.or(this.shares);
            steps += 1;
        }
        self.according_to()
            .or_else(|| self.speaker_beside(clause))
            .filter(|phrase| phrase.unit != actor || actor.is_none())
    }

    /// Whether a clause's verb is one of plain reporting: "said".
    pub(super) fn only_reports(&self, clause: usize) -> bool {
        self.words.is(self.units[self.clauses[clause].verb].head(), self.classes.report)
    }

    /// Whether a clause's verb tells what its complement says: a reporting verb, or a speech act.
    fn tells(&self, clause: usize) -> bool {
        let head = self.units[self.clauses[clause].verb].head();
        let words = &self.words;
        self.only_reports(clause)
            || words.items[head].is_some_and(|item| {
                item.verbs.iter().any(|&head| {
                    words.lexicon.senses(head).any(|sense| {
                        matches!(
                            sense.kind,
                            Some(EventType::Accuse | EventType::Claim | EventType::Reject | EventType::Threaten)
                        )
                    })
                })
            })
    }

    /// The subject of a clause, or in "said Guitta" the noun after the verb.
    fn speaker(&self, clause: usize) -> Option<usize> {
        let this = &self.clauses[clause];
        this.subject.or_else(|| Some(this.verb + 1).filter(|&noun| self.is_noun(noun)))
    }

    fn according_to(&self) -> Option<Phrase> {
        let words = &self.words;
        (0..self.units.len())
            .find(|&at| {
                self.kind(at) == Some(UnitKind::Preposition)
                    && words.value(self.units[at].head(), self.classes.preposition).is_none()
                    && words.phrases(self.units[at].start()).any(|(item, end)| {
                        end == self.units[at].end() && item.value(self.classes.preposition) == Some("source")
                    })
            })
            .filter(|&at| self.is_noun(at + 1))
            .map(|at| self.phrase(at + 1))
    }

    /// ", police said" or ", said Guitta" beside the clause, with no clause under it.
    fn speaker_beside(&self, clause: Option<usize>) -> Option<Phrase> {
        (0..self.clauses.len())
            .filter(|&c| Some(c) != clause)
            .filter(|&c| self.only_reports(c))
            .filter(|&c| {
                let verb = self.clauses[c].verb;
                let start = self.clauses[c].start;
                let set_off = start > 0
                    && matches!(self.kind(start - 1), Some(UnitKind::Comma | UnitKind::Quote | UnitKind::Stop));
                let under =
                    self.clauses.iter().any(|other| other.parent == Some(c) && other.kind == ClauseKind::Complement);
                let told = self.kind(verb + 1);
                set_off
                    && !under
                    && matches!(
                        told,
                        None | Some(
                            UnitKind::Comma
                                | UnitKind::Other
                                | UnitKind::Time
                                | UnitKind::Preposition
                                | UnitKind::Stop
                                | UnitKind::Noun
                        )
                    )
            })
            .find_map(|c| self.speaker(c))
            .map(|noun| self.phrase(noun))
    }
}
