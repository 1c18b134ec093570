//! Part-of-speech tags: Penn Treebank's, with `IN` split into prepositions and subordinating conjunctions.

/// The part of speech of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// Coordinating conjunction: and, or, but.
    CC,
    /// Cardinal number.
    CD,
    /// Determiner.
    DT,
    /// Existential *there*.
    EX,
    /// Foreign word.
    FW,
    /// Preposition (UD `ADP`).
    IN,
    /// Subordinating conjunction (Penn `IN`, UD `SCONJ`): that, because, if.
    SC,
    /// Adjective.
    JJ,
    /// Comparative adjective.
    JJR,
    /// Superlative adjective.
    JJS,
    /// Modal verb.
    MD,
    /// Singular noun.
    NN,
    /// Singular name.
    NNP,
    /// Plural name.
    NNPS,
    /// Plural noun.
    NNS,
    /// Predeterminer: *all* the, *half* the.
    PDT,
    /// Possessive *'s*.
    POS,
    /// Personal pronoun.
    PRP,
    /// Possessive pronoun (Penn `PRP$`).
    PRPS,
    /// Adverb.
    RB,
    /// Comparative adverb.
    RBR,
    /// Superlative adverb.
    RBS,
    /// Verb particle.
    RP,
    /// *to* before an infinitive.
    TO,
    /// Interjection.
    UH,
    /// Verb, base form.
    VB,
    /// Verb, past tense.
    VBD,
    /// Verb, -ing form.
    VBG,
    /// Verb, past participle.
    VBN,
    /// Verb, present, not third person.
    VBP,
    /// Verb, present, third person singular.
    VBZ,
    /// Relative or interrogative determiner: which, that.
    WDT,
    /// Relative or interrogative pronoun: who, what.
    WP,
    /// *whose*.
    WPS,
    /// Relative or interrogative adverb: where, when, how.
    WRB,
    /// Symbol.
    SYM,
    /// Punctuation. Never predicted: it follows from the token.
    PUNCT,
}

impl Tag {
    /// How many tags there are.
    pub const COUNT: usize = Tag::PUNCT as usize + 1;

    /// All tags, in order of their numbers.
    pub const ALL: [Tag; Tag::COUNT] = {
        use Tag::*;
        [
            CC, CD, DT, EX, FW, IN, SC, JJ, JJR, JJS, MD, NN, NNP, NNPS, NNS, PDT, POS, PRP, PRPS, RB, RBR, RBS, RP,
            TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS, WRB, SYM, PUNCT,
        ]
    };

    /// The Penn name (`PRP$`, `WP$`; `SC` is `IN` to Penn).
    pub fn name(self) -> &'static str {
        const NAMES: [&str; Tag::COUNT] = [
            "CC", "CD", "DT", "EX", "FW", "IN", "SC", "JJ", "JJR", "JJS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT",
            "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT",
            "WP", "WP$", "WRB", "SYM", "PUNCT",
        ];
        NAMES[self as usize]
    }

    /// The tag of that Penn name. `IN` is the preposition.
    pub fn from_name(name: &str) -> Option<Tag> {
        Tag::ALL.into_iter().find(|tag| tag.name() == name)
    }

    /// Any verb form, modals included.
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ | Tag::MD)
    }

    /// A common noun or a name.
    pub fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// A part of speech with few words, all of them common.
    pub fn is_closed(self) -> bool {
        use Tag::*;
        matches!(self, CC | DT | EX | IN | SC | MD | PDT | PRP | PRPS | RP | TO | WDT | WP | WPS | WRB)
    }

    /// A name.
    pub fn is_name(self) -> bool {
        matches!(self, Tag::NNP | Tag::NNPS)
    }
}
