//! The groups of a sentence: what the clauses are made of.

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// A noun group: "at least 133 people", "Ukraine's Foreign Ministry", "they".
    Noun,
    /// A verb group: "has repeatedly carried", "to flee", "killing".
    Verb,
    /// A predicative adjective: "dead", "responsible".
    Adjective,
    /// A preposition, or a phrase that works as one ("according to").
    Preposition,
    /// A word that opens a clause: that, whether, because, if, when.
    Subordinator,
    /// A relative pronoun: who, which, that, whose, where.
    Relative,
    /// and, or, but.
    Conjunction,
    Comma,
    /// A stop inside the sentence: semicolon, colon, dash, bracket.
    Stop,
    Quote,
    /// A time expression by itself.
    Time,
    Adverb,
    /// Anything else.
    Other,
}

/// The form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum VerbForm {
    /// It can be the verb of a main clause.
    #[default]
    Finite,
    Infinitive,
    /// -ing without an auxiliary.
    Ing,
    /// A past participle without an auxiliary.
    Participle,
}

/// What the auxiliaries and the adverbs of a verb group say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerbGroup {
    pub form: VerbForm,
    pub passive: bool,
    pub negated: bool,
    /// The modal's or adverb's token, if there is one.
    pub modal: Option<u16>,
    /// The verb is plain past or perfect, as opposed to present or future.
    pub past: bool,
    /// The group is a form of *be* only: what follows is predicated of the subject.
    pub copula: bool,
}

impl VerbGroup {
    /// Reads it as a past tense.
    pub(super) fn set_past(&mut self, passive: bool) {
        (self.form, self.passive, self.past) = (VerbForm::Finite, passive, true);
    }

    /// Reads it as a past participle.
    pub(super) fn set_participle(&mut self) {
        (self.form, self.passive) = (VerbForm::Participle, true);
    }
}

/// One unit: tokens `first..last`, its head word, and for verbs what the group says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub kind: UnitKind,
    pub first: u16,
    pub last: u16,
    pub head: u16,
    pub verb: VerbGroup,
    /// For noun groups: one past the possessor's last token ("Ukraine's" in "Ukraine's Foreign Ministry"), else `first`.
    pub possessor: u16,
}

impl Unit {
    pub(super) fn new(kind: UnitKind, first: usize, last: usize, head: usize) -> Unit {
        let [first, last, head] = [first, last, head].map(|at| at.min(u16::MAX as usize) as u16);
        Unit { kind, first, last, head, verb: VerbGroup::default(), possessor: first }
    }

    /// First token.
    pub fn start(&self) -> usize {
        usize::from(self.first)
    }

    /// One past the last token.
    pub fn end(&self) -> usize {
        usize::from(self.last)
    }

    /// The head's token.
    pub fn head(&self) -> usize {
        usize::from(self.head)
    }

    /// Whether a possessive opens the noun group.
    pub fn has_possessor(&self) -> bool {
        self.possessor > self.first
    }
}
