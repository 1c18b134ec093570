//! Who and what the article has named so far.

use super::reference::{Anaphor, Form};
use crate::frame::{Frame, Phrase, Sentence};
use crate::grammar::{Tag, UnitKind};
use crate::lexicon::{Kind, Lexicon, acts};
use crate::mention::entity::{self, Entity};
use crate::segment::Shape;
use jiff::civil::Date;

/// The side somebody is on in an act of violence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    Did,
    Suffered,
}

/// A noun phrase that names somebody or something, or stands for an earlier one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mention<'a> {
    /// Its words; of a pronoun or bare descriptor, those of what it stands for.
    pub text: &'a str,
    pub entity: Entity<'a>,
    /// Its head word, as it stands in `text`.
    pub head: &'a str,
    /// The head word's hash.
    pub head_hash: u64,
    pub plural: bool,
    /// "m" or "f".
    pub gender: Option<&'a str>,
    /// It has a proper name, or stands for something that has.
    pub named: bool,
    /// No lexicon knows its head.
    pub unknown: bool,
    /// It stands for an earlier mention.
    pub refers: bool,
    pub subject: bool,
    /// It is a part of "A and B".
    pub coordinated: bool,
    pub harm: Option<Harm>,
    /// Number of its sentence in the article.
    pub sentence: usize,
    /// Its noun unit in the sentence.
    pub unit: usize,
    /// The clause it stands in.
    pub clause: Option<usize>,
}

/// The word classes that the discourse asks for.
#[derive(Clone, Copy, Debug)]
pub struct DiscourseWords {
    pub pronoun: u64,
    pub gender: u64,
    pub definite: u64,
}

impl DiscourseWords {
    /// Looks everything up once.
    pub fn new(lexicon: &Lexicon) -> DiscourseWords {
        DiscourseWords {
            pronoun: lexicon.class("pronoun"),
            gender: lexicon.class("gender"),
            definite: lexicon.class("definite"),
        }
    }
}

/// The mentions of an article, in the order of the text.
pub struct Mentions<'a> {
    pub(super) all: Vec<Mention<'a>>,
    pub(super) words: DiscourseWords,
    /// Where those of the current sentence begin.
    current: usize,
    day: Option<Date>,
}

impl<'a> Mentions<'a> {
    /// None yet, of an article published on that day.
    pub fn new(words: DiscourseWords, day: Option<Date>) -> Mentions<'a> {
        Mentions { all: Vec::new(), words, current: 0, day }
    }

    /// Takes in the noun groups of the article's next sentence, left to right, each pronoun and bare descriptor with
    /// what it stands for.
    pub fn read(&mut self, sentence: &Sentence<'_, 'a>, index: usize) {
        self.current = self.all.len();
        for unit in 0..sentence.units.len() {
            if sentence.is_noun(unit) {
                self.read_unit(sentence, index, unit);
            }
        }
    }

    fn read_unit(&mut self, sentence: &Sentence<'_, 'a>, index: usize, unit: usize) {
        let words = &sentence.words;
        let (first, head) = (sentence.units[unit].start(), sentence.units[unit].head());
        let Some(form) = self.form(sentence, unit) else { return };
        let phrase = sentence.member_phrase(unit);
        let mut mention = Mention {
            text: words.slice(phrase.first, phrase.last),
            head: words.word(head),
            head_hash: words.hashes[head],
            plural: matches!(words.tag(head), Tag::NNS | Tag::NNPS),
            gender: (first..=head)
                .filter(|&at| words.is(at, self.words.gender))
                .find_map(|at| words.value(at, self.words.gender)),
            named: words.tag(head).is_name(),
            unknown: words.items[head].is_none(),
            subject: sentence.clauses.iter().any(|clause| clause.subject == Some(unit)),
            sentence: index,
            unit,
            clause: sentence.clause_of(unit),
            ..Mention::default()
        };
        if !matches!(form, Form::Pronoun(_)) {
            mention.entity = entity::describe_phrase(words, phrase.first, head, phrase.last, self.day);
            mention.named |= mention.entity.name.is_some();
            if mention.named && mention.gender.is_some() {
                // "Mrs. Bhandari".
                mention.entity.kind = mention.entity.kind.or(Some(Kind::Person));
            }
        }
        let anaphor = Anaphor { form, possessive: false, like: mention };
        if let Some(antecedent) = self.antecedent(&anaphor) {
            let Mention { text, entity, head, head_hash, gender, named, unknown, .. } = antecedent;
            let plural = mention.plural || matches!(form, Form::Pronoun("plural"));
            let gender = mention.gender.or(gender);
            mention =
                Mention { text, entity, head, head_hash, gender, named, unknown, plural, refers: true, ..mention };
        } else if matches!(form, Form::Pronoun(_)) || mention.entity == Entity::default() && !mention.named {
            return;
        }
        let listed = matches!(sentence.kind(phrase.unit_end), Some(UnitKind::Comma | UnitKind::Conjunction));
        let whole = if listed { sentence.phrase(unit) } else { phrase };
        if whole.unit_end > phrase.unit_end {
            mention.coordinated = true;
            self.all.push(mention);
            let text = words.slice(whole.first, whole.last);
            mention = Mention { text, plural: true, coordinated: false, ..mention };
        } else if let Some(last) = self.all.last() {
            // "and B": the phrase of "A" ended with it.
            let goes_on = last.sentence == index && last.plural && last.text.ends_with(mention.text);
            mention.coordinated = goes_on && last.unit != unit && last.text.len() > mention.text.len();
        }
        self.all.push(mention);
    }

    /// What a noun group may be: a name, a pronoun, a bare descriptor, another description; nothing that is of no use.
    fn form(&self, sentence: &Sentence<'_, 'a>, unit: usize) -> Option<Form<'a>> {
        let words = &sentence.words;
        let group = &sentence.units[unit];
        let head = group.head();
        if let Some(class) = words.value(head, self.words.pronoun) {
            return Some(Form::Pronoun(class));
        }
        let acronym = words.capitals && words.tokens[head].shape == Shape::Upper && words.tag(head).is_noun();
        if words.tag(head).is_name() || acronym {
            return Some(Form::Name);
        }
        let item = words.items[head]?;
        let known = item.acts & acts::ENTITY != 0 || words.lexicon.thing(item.noun_classes) == Some(Kind::Object);
        if !known {
            return None;
        }
        let definite = self.is_definite(sentence, unit);
        let plain = !group.has_possessor() && sentence.member_phrase(unit).unit_end == unit + 1;
        Some(if definite && plain { Form::Descriptor } else { Form::Description })
    }

    /// The mention that an argument of the current sentence is: of the whole coordination, where it is one.
    pub fn of(&self, sentence: &Sentence<'_, 'a>, phrase: &Phrase) -> Option<&Mention<'a>> {
        let unit = phrase.unit?;
        let own = self.all[self.current..].iter().filter(|mention| mention.unit == unit);
        let text = sentence.words.slice(phrase.first, phrase.last);
        own.clone().find(|mention| mention.refers || mention.text == text).or(own.into_iter().next_back())
    }

    /// Whom a possessive pronoun at this token stands for: "their attack", "its fighters".
    pub fn possessor(&self, sentence: &Sentence<'_, 'a>, token: usize, index: usize) -> Option<Mention<'a>> {
        let class = sentence.words.value(token, self.words.pronoun)?;
        let unit = sentence.unit_of(token)?;
        let like = Mention {
            gender: sentence.words.value(token, self.words.gender),
            sentence: index,
            unit,
            clause: sentence.clause_of(unit),
            ..Mention::default()
        };
        self.antecedent(&Anaphor { form: Form::Pronoun(class), possessive: true, like })
    }

    /// Whether a noun group is taken as known: "the attack", "these fighters".
    pub fn is_definite(&self, sentence: &Sentence, unit: usize) -> bool {
        sentence.words.is(sentence.units[unit].start(), self.words.definite)
    }

    /// Whether a token is a pronoun for who is speaking: "we", "my".
    pub fn is_speaker(&self, sentence: &Sentence, token: usize) -> bool {
        sentence.words.value(token, self.words.pronoun) == Some("speaker")
    }

    /// Marks in the current sentence who harmed whom: "the attackers" are sought among the one, "the victims" among the
    /// other.
    pub fn note_harm(&mut self, frames: &[Frame]) {
        for frame in frames {
            if !frame.harms() {
                continue;
            }
            for (argument, harm) in [(frame.actor, Harm::Did), (frame.target, Harm::Suffered)] {
                let Some(unit) = argument.and_then(|phrase| phrase.unit) else { continue };
                self.all[self.current..].iter_mut().filter(|m| m.unit == unit).for_each(|m| m.harm = Some(harm));
            }
        }
    }
}
