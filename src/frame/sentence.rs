//! One analysed sentence: what the binding of arguments works on.

use crate::grammar::{Clause, Tag, Unit, UnitKind, Words};
use crate::lexicon::{Item, Kind, Lexicon, NounTest, WordSet, word_hash};
use crate::mention::{Quantity, Timex};

/// The word classes and words that the frames ask for.
#[derive(Clone, Copy, Debug)]
pub struct FrameWords {
    pub report: u64,
    pub light: u64,
    pub happen: u64,
    pub perceive: u64,
    pub undergo: u64,
    pub control: u64,
    pub plan: u64,
    pub plan_noun: u64,
    pub doubt: u64,
    pub modal: u64,
    pub negation: u64,
    pub subordinator: u64,
    pub preposition: u64,
    pub place_preposition: u64,
    pub pronoun: u64,
    pub of_noun: u64,
    pub article: u64,
    pub of: u64,
    pub by: u64,
    pub during: u64,
    pub apart_in_time: u64,
    pub toll: u64,
    pub indefinite: u64,
    pub currency: u64,
    /// The noun class of buildings.
    pub building: u64,
    /// The noun classes of weapons and of what is thrown or fired, and of acts named by their means.
    pub weapon: u64,
    /// What became of whom: the word classes of counts.
    pub status: u64,
    pub status_noun: u64,
    pub status_verb: u64,
    /// Prepositions before the weapon.
    pub instrumental: [u64; 5],
    /// Prepositions that stand for another: "upon" for "on".
    pub variant: u64,
    /// Prepositions that say where rather than why, but before an event.
    pub locating: [u64; 3],
    /// Prepositions before an event that is the act itself, or goes on at its time.
    pub same_time: [u64; 5],
    /// Prepositions before a meeting or a journey of whoever acts.
    pub taking_part: [u64; 3],
    /// Prepositions before the day on which something began or will end.
    pub bounding: [u64; 3],
    /// Prepositions of direction.
    pub toward: [u64; 3],
    /// Prepositions before the event that harmed somebody.
    pub causes: [u64; 5],
}

impl FrameWords {
    /// Looks everything up once.
    pub fn new(lexicon: &Lexicon) -> FrameWords {
        let class = |name| lexicon.class(name);
        FrameWords {
            report: class("report.verb"),
            light: class("light.verb"),
            happen: class("happen.verb"),
            perceive: class("perceive.verb"),
            undergo: class("undergo.verb"),
            control: class("control.verb"),
            plan: class("plan"),
            plan_noun: class("plan.noun"),
            doubt: class("doubt"),
            modal: class("modal"),
            negation: class("negation"),
            subordinator: class("subordinator"),
            preposition: class("preposition"),
            place_preposition: class("place_preposition"),
            pronoun: class("pronoun"),
            of_noun: class("of_noun"),
            article: class("article"),
            of: word_hash("of"),
            by: word_hash("by"),
            during: word_hash("during"),
            apart_in_time: class("apart_in_time"),
            toll: class("toll.noun"),
            indefinite: class("indefinite"),
            currency: class("currency"),
            building: lexicon.noun_class("building"),
            weapon: lexicon.noun_class("weapon") | lexicon.noun_class("projectile") | lexicon.noun_class("means"),
            status: class("status"),
            status_noun: class("status.noun"),
            status_verb: class("status.verb"),
            instrumental: ["with", "by", "in", "using", "from"].map(word_hash),
            variant: class("preposition_variant"),
            locating: ["in", "at", "on"].map(word_hash),
            same_time: ["in", "during", "by", "with", "at"].map(word_hash),
            taking_part: ["after", "during", "on"].map(word_hash),
            bounding: ["since", "until", "till"].map(word_hash),
            toward: ["to", "into", "onto"].map(word_hash),
            causes: ["in", "from", "by", "during", "after"].map(word_hash),
        }
    }
}

/// Everything known of a sentence before its events are.
#[derive(Clone, Copy)]
pub struct Sentence<'s, 'a> {
    pub words: Words<'s, 'a>,
    /// Its words as a set.
    pub known: WordSet,
    pub units: &'s [Unit],
    pub clauses: &'s [Clause],
    pub times: &'s [Timex],
    pub quantities: &'s [Quantity],
    pub classes: &'s FrameWords,
}

impl<'s, 'a> Sentence<'s, 'a> {
    /// What this unit is.
    pub fn kind(&self, unit: usize) -> Option<UnitKind> {
        self.units.get(unit).map(|unit| unit.kind)
    }

    /// Whether this unit is a noun group.
    pub fn is_noun(&self, unit: usize) -> bool {
        self.kind(unit) == Some(UnitKind::Noun)
    }

    /// The preposition (its key) that governs this noun unit, if one does.
    pub fn governor(&self, noun: usize) -> Option<u64> {
        let at = self.unit_before(noun)?;
        (self.kind(at) == Some(UnitKind::Preposition)).then(|| self.preposition(at))
    }

    /// Whether one of these prepositions governs this noun unit.
    pub fn is_under(&self, noun: usize, prepositions: &[u64]) -> bool {
        self.governor(noun).is_some_and(|preposition| prepositions.contains(&preposition))
    }

    /// The unit before this one, quotes and adverbs passed over.
    pub fn unit_before(&self, unit: usize) -> Option<usize> {
        let mut at = unit.checked_sub(1)?;
        while matches!(self.kind(at), Some(UnitKind::Quote | UnitKind::Adverb)) {
            at = at.checked_sub(1)?;
        }
        Some(at)
    }

    /// The key of a preposition unit: the word's hash, or that of its phrase.
    pub fn preposition(&self, unit: usize) -> u64 {
        let unit = &self.units[unit];
        if let Some(plain) = self.words.value(unit.head(), self.classes.variant) {
            return word_hash(plain);
        }
        let hashes = &self.words.hashes[unit.start()..unit.end()];
        hashes[1..].iter().fold(hashes[0], |left, &right| crate::lexicon::join_hash(left, right))
    }

    /// The prepositional phrases from unit `from` up to `to`: (preposition, noun unit).
    pub fn phrases(&self, from: usize, to: usize) -> impl Iterator<Item = (u64, usize)> + '_ {
        (from..to.min(self.units.len())).filter_map(move |at| {
            if self.kind(at) != Some(UnitKind::Preposition) {
                return None;
            }
            let mut noun = at + 1;
            while matches!(self.kind(noun), Some(UnitKind::Quote | UnitKind::Adverb)) {
                noun += 1;
            }
            (noun < to && self.is_noun(noun)).then(|| (self.preposition(at), noun))
        })
    }

    /// Noun units from `from` up to `to` that no preposition governs: a verb's objects, in order. A coordination
    /// counts once.
    pub fn objects(&self, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
        (from..to.min(self.units.len()))
            .take_while(move |&at| !matches!(self.kind(at), Some(UnitKind::Stop | UnitKind::Verb)))
            .filter(move |&at| self.is_noun(at) && !self.is_governed(at, from) && !self.continues(at, from))
    }

    /// Whether a preposition at or after `from` governs this noun unit. A particle before `from` is the verb's ("laid
    /// off workers").
    fn is_governed(&self, noun: usize, from: usize) -> bool {
        self.unit_before(noun).is_some_and(|at| at >= from && self.kind(at) == Some(UnitKind::Preposition))
    }

    /// Whether this noun unit goes on with a list or an apposition that began at or after `from`.
    fn continues(&self, noun: usize, from: usize) -> bool {
        let before = noun.checked_sub(1).filter(|&at| at >= from);
        before.is_some_and(|at| matches!(self.kind(at), Some(UnitKind::Comma | UnitKind::Conjunction)))
    }

    /// The unit that holds this token.
    pub fn unit_of(&self, token: usize) -> Option<usize> {
        let at = self.units.partition_point(|unit| unit.end() <= token);
        (at < self.units.len() && self.units[at].start() <= token).then_some(at)
    }

    /// The clause whose verb or arguments this unit belongs to: the last one that starts at or before it and reaches it.
    pub fn clause_of(&self, unit: usize) -> Option<usize> {
        (0..self.clauses.len())
            .filter(|&c| {
                let clause = &self.clauses[c];
                clause.start <= unit && unit < clause.end || clause.subject == Some(unit)
            })
            .max_by_key(|&c| self.clauses[c].start)
    }

    /// The quantities whose words lie in tokens `first..last`.
    pub fn quantities_in(&self, first: usize, last: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.quantities.len()).filter(move |&q| {
            let number = self.quantities[q].number;
            first <= number.0 && number.1 <= last
        })
    }

    /// Whether a noun unit passes one of these tests.
    pub fn passes(&self, noun: usize, tests: &[NounTest]) -> bool {
        tests.iter().any(|test| self.is_a(noun, test))
    }

    fn is_a(&self, noun: usize, test: &NounTest) -> bool {
        let words = &self.words;
        let unit = &self.units[noun];
        // "dozens of people" is people.
        let head = match (self.kind(noun + 1), self.kind(noun + 2)) {
            (Some(UnitKind::Preposition), Some(UnitKind::Noun))
                if self.preposition(noun + 1) == self.classes.of && words.is(unit.head(), self.classes.of_noun) =>
            {
                self.units[noun + 2].head()
            }
            _ => unit.head(),
        };
        let item = words.items[head];
        let named = |kinds: &[Kind]| {
            item.is_some_and(|item| {
                item.names.iter().any(|&name| {
                    kinds.contains(&words.lexicon.name(name).kind) && name.fits_case(words.word(head), words.capitals)
                })
            })
        };
        let role = item.and_then(|item| item.role).map(|(role, _)| words.lexicon.role(role).kind);
        // "Hurricane Maria" is a hurricane.
        let name_opens =
            |holds: &dyn Fn(usize) -> bool| words.tag(head).is_name() && unit.start() < head && holds(head - 1);
        match test {
            NounTest::Word(hash) => words.hashes[head] == *hash || name_opens(&|at| words.hashes[at] == *hash),
            NounTest::Class(bit) => {
                item.is_some_and(|item| item.noun_classes & bit != 0)
                    || name_opens(&|at| words.items[at].is_some_and(|item| item.noun_classes & bit != 0))
                    || (unit.start()..head)
                        .any(|at| words.phrases(at).any(|(item, end)| end == head + 1 && item.noun_classes & bit != 0))
            }
            NounTest::Person => {
                matches!(role, Some(Kind::Person | Kind::Group))
                    || named(&[Kind::Person, Kind::Group])
                    || words.value(head, self.classes.pronoun).is_some_and(|kind| kind != "thing")
                    || words.tag(head) == Tag::CD
                    || words.tag(head).is_name()
                        && role.is_none()
                        && !named(&[Kind::Organization, Kind::Country, Kind::Place])
                        && !words.word(head).bytes().any(|byte| byte.is_ascii_digit())
            }
            NounTest::Organization => role == Some(Kind::Organization) || named(&[Kind::Organization, Kind::Group]),
            NounTest::Country => named(&[Kind::Country]),
            NounTest::Place => named(&[Kind::Country, Kind::Place]),
            NounTest::Event => item.is_some_and(Item::is_event),
            NounTest::Number => words.tag(head) == Tag::CD,
            NounTest::Money => (unit.start()..unit.end()).any(|at| {
                words.tag(at) == Tag::SYM && !matches!(words.word(at), "%" | "©") || words.is(at, self.classes.currency)
            }),
        }
    }
}
