//! Counts: how many, of what, and what became of them.
//!
//! ```text
//! "killing at least 133 people"   at least 133 people    value 133, min 133, max open, of people, killed
//! "between 10 and 20 villages"    between 10 and 20 …    value 15, min 10, max 20
//! ```
//!
//! A sentence without digits and number words costs one look at each token. Where there is one, an [`amount`] is read
//! (hedges, number, range), then the [`unit`] behind it; [`traps`] keeps out what counts nothing; [`status`] looks at the
//! verbs around. The values follow the conventions of the gold's ANNOTATION.md.

mod amount;
mod atoms;
mod classes;
mod links;
mod nothing;
mod numeral;
mod rational;
mod status;
mod subject;
mod toll;
mod traps;
mod unit;

pub use numeral::Numeral;
pub use rational::Rational;
pub use status::STATUSES;

use crate::grammar::{Tag, Words};
use crate::lexicon::Lexicon;
use crate::mention::time::has_figure;
use crate::segment::TokenKind;
use classes::{Classes, Part, is_people};
use status::{Place, StatusReader};

/// The longest run of hedges before a number, in tokens.
const HEDGES: usize = 8;

/// How a count stands to the others of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rel {
    /// A count by itself.
    Total,
    /// More than were counted before: "12 more", "another 12".
    Increment,
    /// Part of the count before: "including four gunmen", "three of them".
    Subset,
    /// Where a running count stands: "the toll rose to 12".
    Toll,
    /// Where it stood: "from 9".
    PreviousToll,
    /// All but so many.
    Complement,
    /// So many each.
    Distributive,
}

/// A count in a sentence. Token ranges are `(first, past the last)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// Hedge, number, modifiers and noun: "at least 133 people".
    pub tokens: (usize, usize),
    /// The number's own words.
    pub number: (usize, usize),
    /// Token of the counted noun's head; of an elided noun, the one before it that it stands for, if there is one.
    pub unit: Option<usize>,
    /// The best single number.
    pub value: u64,
    /// The bounds the words give; `None` is open.
    pub min: Option<u64>,
    pub max: Option<u64>,
    /// Whether the number is not exact.
    pub approx: bool,
    /// "a soldier", "another": a count only where somebody comes to harm.
    pub article: bool,
    /// Behind a definite article or possessive: "the two countries" counts nothing new.
    pub definite: bool,
    pub rel: Rel,
    /// One of [`STATUSES`].
    pub status: Option<&'static str>,
    /// The pattern that found it.
    pub rule: &'static str,
}

/// Finds quantities. Holds the word classes of one lexicon.
#[derive(Clone, Copy, Debug)]
pub struct QuantityGrammar {
    classes: Classes,
    /// Classes that open a quantity.
    opens: u64,
    /// Classes that say what became of somebody.
    statuses: u64,
}

impl QuantityGrammar {
    /// A grammar over the lexicon's number words.
    pub fn new(lexicon: &Lexicon) -> QuantityGrammar {
        let classes = Classes::new(lexicon);
        let Classes { number, scale, vague, none, increment, fraction, cue, .. } = classes;
        let statuses = classes.status | classes.status_noun | classes.status_verb;
        QuantityGrammar { classes, opens: number | scale | vague | none | increment | fraction | cue, statuses }
    }

    /// Appends the sentence's quantities to `out`, in order. `busy` are the token ranges of time expressions, sorted:
    /// numbers in them count nothing.
    pub fn find(&self, words: &Words, busy: &[(usize, usize)], out: &mut Vec<Quantity>) {
        let known = words.items.iter().flatten().fold(0, |known, item| known | item.classes);
        let (harm, tolls) = (known & self.statuses != 0, known & self.classes.toll != 0);
        let figures = has_figure(words);
        // The next token that may open a number.
        let mut next = (0..words.len()).position(|at| self.may_open(words, at, figures)).unwrap_or(words.len());
        if next == words.len() && !harm {
            return;
        }
        let from = out.len();
        let mut at = 0;
        let mut busy = busy.iter().copied().peekable();
        while at < words.len() {
            while busy.next_if(|range| range.1 <= at).is_some() {}
            if let Some(&(first, past)) = busy.peek()
                && first <= at
            {
                at = past;
                continue;
            }
            let limit = busy.peek().map_or(words.len(), |range| range.0);
            while next < words.len() && (next < at || !self.may_open(words, next, figures)) {
                next += 1;
            }
            let near = next < words.len() && next - at <= HEDGES && self.starts(words, at, next);
            let end = near.then(|| self.number(words, at, limit, tolls, out)).flatten();
            let end = end.or_else(|| nothing::nothing(self, words, at, out));
            let one = harm && words.is(at, self.classes.increment | self.classes.part);
            let end = end.or_else(|| one.then(|| self.article(words, at, out)).flatten());
            at = end.map_or(at + 1, |end| end.max(at + 1));
        }
        links::link(words, &self.classes, out, from);
    }

    /// Whether an amount can start here, where `next` may open a number: at a number, a hedge, a small word that leads
    /// to a number, or the first word of a phrase that is one of these.
    fn starts(&self, words: &Words, at: usize, next: usize) -> bool {
        let Classes { hedge, increment, vague, part, .. } = self.classes;
        if next == at {
            return true;
        }
        let Some(item) = words.items[at] else { return false };
        let leads = || match self.classes.part(words, at) {
            Some(Part::Article) => next == at + 1,
            part => matches!(part, Some(Part::Between | Part::From)),
        };
        item.is(hedge)
            || item.is(part) && leads()
            || item.longest > 0 && words.phrases(at).any(|(item, _)| item.is(hedge | increment | vague))
    }

    /// A quantity with a number, from this token on; returns the token to go on with.
    fn number(&self, words: &Words, at: usize, limit: usize, tolls: bool, out: &mut Vec<Quantity>) -> Option<usize> {
        let classes = &self.classes;
        let amount = amount::amount(words, classes, at).filter(|amount| amount.tokens.1 <= limit)?;
        if let Some(end) = traps::ratio(words, classes, &amount) {
            return Some(end);
        }
        let mut unit = unit::unit(words, classes, amount.tokens.1, amount.vague);
        if unit.end > limit {
            let end = amount.tokens.1;
            unit = unit::Unit { start: end, end, ..unit::Unit::default() };
        }
        let reader = StatusReader { words, classes };
        let toll = tolls.then(|| toll::toll(&reader, amount.tokens.0, unit.head.is_some())).flatten();
        if amount.loose && unit.head.is_none() && toll.is_some() {
            return self.rise(words, &amount, toll, out);
        }
        let reached = before_is(words, classes, at, Part::To) && unit.head.is_none() && toll.is_some();
        if traps::is_trap(words, classes, &amount, &unit, reached) {
            return Some(amount.tokens.1);
        }
        let people = unit.head.is_none_or(|head| unit.pronoun || is_people(words, head, false));
        let place = Place {
            tokens: (amount.tokens.0, unit.end),
            after_number: unit.start,
            head: unit.head.filter(|_| !unit.pronoun),
            people,
            subject: !self.of_number(words, at),
        };
        let before = at.checked_sub(1);
        let definite =
            !amount.vague && words.tag(amount.number.0) == Tag::DT && !words.is(amount.number.0, classes.part)
                || before.is_some_and(|before| {
                    matches!(classes.part(words, before), Some(Part::The))
                        || matches!(words.tag(before), Tag::PRPS | Tag::POS)
                });
        let small_one = amount.value == 1 && !amount.hedged && !people;
        let mut quantity = Quantity {
            tokens: place.tokens,
            number: amount.number,
            unit: unit.head,
            value: amount.value,
            min: amount.min,
            max: amount.max,
            approx: amount.approx,
            article: false,
            definite: definite && !amount.hedged && amount.value <= 2,
            rel: Rel::Total,
            status: None,
            rule: match (unit.head, unit.partitive) {
                _ if small_one => "number.one",
                _ if definite && amount.value <= 2 && !people => "number.pair",
                (_, true) => "number.of",
                (Some(_), _) => "number.noun",
                (None, _) if unit.others => "number.others",
                (None, _) => "number.alone",
            },
        };
        // "a crowd of 200,000"
        if quantity.rule == "number.alone"
            && let Some(group) = at
                .checked_sub(2)
                .filter(|&group| before_is(words, classes, at, Part::Of) && is_people(words, group, false))
        {
            (quantity.unit, quantity.rule) = (Some(group), "number.group");
        }
        if amount.complement {
            quantity.rel = Rel::Complement;
        } else if unit.partitive {
            quantity.rel = Rel::Subset;
        } else if amount.increment || unit.increment {
            quantity.rel = Rel::Increment;
        } else if self.each(words, place.tokens) {
            quantity.rel = Rel::Distributive;
        }
        quantity.status = reader.status(place);
        if quantity.status.is_none()
            && (unit.head.is_none() || people)
            && let Some((status, rel)) = toll
        {
            (quantity.status, quantity.rel) = (Some(status), rel);
        }
        if quantity.rule == "number.alone" && self.stands_alone(words, &amount) {
            quantity.rule = "number.subject";
        }
        out.push(quantity);
        Some(place.tokens.1)
    }

    /// "from 9 to 12" of a running count: where it was. Where it is now is read next.
    fn rise(
        &self,
        words: &Words,
        amount: &amount::Amount,
        toll: Option<(&'static str, Rel)>,
        out: &mut Vec<Quantity>,
    ) -> Option<usize> {
        let start = amount.number.0 + usize::from(self.classes.part(words, amount.number.0) == Some(Part::From));
        let end = (start..amount.number.1).find(|&at| self.classes.part(words, at) == Some(Part::To))?;
        let (value, (status, _)) = (amount.min?, toll?);
        out.push(Quantity {
            tokens: (start, end),
            number: (start, end),
            unit: None,
            value,
            min: Some(value),
            max: Some(value),
            approx: false,
            article: false,
            definite: false,
            rel: Rel::PreviousToll,
            status: Some(status),
            rule: "toll.from",
        });
        Some(end)
    }

    /// Whether the number at `at` is the whole that another number is a part of: "a third of the 900", "of the 54".
    fn of_number(&self, words: &Words, at: usize) -> bool {
        let article = at > 0 && words.tag(at - 1) == Tag::DT;
        let Some(of) = at.checked_sub(1 + usize::from(article)) else { return false };
        let number = self.classes.number | self.classes.scale | self.classes.fraction | self.classes.no_count;
        self.classes.part(words, of) == Some(Part::Of)
            && of.checked_sub(1).is_none_or(|before| {
                let tag = words.tag(before);
                words.is(before, number) || !(tag.is_noun() || tag.is_verb() || tag == Tag::JJ)
            })
    }

    /// Whether a number without noun counts something all the same: "hundreds remain", "twelve were freed".
    fn stands_alone(&self, words: &Words, amount: &amount::Amount) -> bool {
        let verb = words.value(amount.tokens.1, self.classes.aux).is_some() || words.tag(amount.tokens.1) == Tag::MD;
        let before = amount.tokens.0.checked_sub(1).map(|at| words.tag(at));
        let object = matches!(before, Some(Tag::IN | Tag::DT | Tag::TO));
        let many = amount.vague && amount.value >= 20;
        (many && !object) || (verb && amount.value > 1 && !object && !amount.loose)
    }

    /// "three each", "each carrying three".
    fn each(&self, words: &Words, tokens: (usize, usize)) -> bool {
        let each = |at: usize| self.classes.part(words, at) == Some(Part::Each);
        each(tokens.1)
            || tokens.0.checked_sub(1).is_some_and(each)
            || tokens.0 > 1 && words.tag(tokens.0 - 1) == Tag::VBG && each(tokens.0 - 2)
    }

    /// Whether the comma at `comma` has a name before it that is no place ("in Baghdad, a soldier").
    fn apposition(&self, words: &Words, comma: usize) -> bool {
        if words.word(comma) != "," {
            return false;
        }
        let mut at = comma;
        while at > 0 && words.tag(at - 1).is_name() {
            at -= 1;
        }
        at < comma && at.checked_sub(1).is_none_or(|before| words.tag(before) != Tag::IN && words.word(before) != ",")
    }

    /// "a soldier", "another", "a 19-year-old man": one person, if harm is done.
    fn article(&self, words: &Words, at: usize, out: &mut Vec<Quantity>) -> Option<usize> {
        let classes = &self.classes;
        let another = words.value(at, classes.increment) == Some("before");
        if !another && classes.part(words, at) != Some(Part::Article) {
            return None;
        }
        // In apposition to a name it is nobody new.
        if !another && at.checked_sub(1).is_some_and(|before| self.apposition(words, before)) {
            return None;
        }
        // "was a soldier" says what somebody is; "among the dead was a soldier" counts.
        let copula = at.checked_sub(1).is_some_and(|before| words.value(before, classes.aux) == Some("be"));
        if copula && (at < 2 || classes::ending_at(words, at - 2, classes.subset).is_none()) {
            return None;
        }
        let group = unit::noun_group(words, classes, at + 1);
        let (head, end) = match group {
            Some((head, end)) => (Some(head), end),
            None if another => (None, at + 1),
            None => return None,
        };
        // "the chief, a former soldier, was": neither.
        let closed = words.word(end) == "," && !matches!(words.tag(end + 1), Tag::CC | Tag::DT | Tag::CD);
        if closed && !another && at > 1 && words.word(at - 1) == "," && words.tag(at - 2) == Tag::NN {
            return None;
        }
        if let Some(head) = head {
            let person = unit::age_noun(words, classes, head)
                || words.items[head].and_then(|item| item.role).is_none_or(|(_, many)| !many)
                    && !matches!(words.tag(head), Tag::NNS | Tag::NNPS)
                    && classes::is_person(words, head);
            person.then_some(())?;
        }
        let place = Place { tokens: (at, end), after_number: at + 1, head, people: true, subject: true };
        let status = StatusReader { words, classes }.status(place);
        // "an elderly couple" is two.
        let value = head.and_then(|head| words.value(head, classes.cue)?.parse().ok()).unwrap_or(1);
        out.push(Quantity {
            tokens: place.tokens,
            number: (at, at + 1),
            unit: head,
            value,
            min: Some(value),
            max: Some(value),
            approx: false,
            article: true,
            definite: false,
            rel: if another { Rel::Increment } else { Rel::Total },
            status,
            rule: if another { "another" } else { "article.person" },
        });
        Some(end)
    }

    /// All numbers of the sentence, counts or not.
    pub fn numerals(&self, words: &Words, out: &mut Vec<Numeral>) {
        let mut at = 0;
        while at < words.len() {
            at = match numeral::numeral(words, &self.classes, at, true) {
                Some(numeral) => {
                    if !traps::is_pronoun(words, &numeral) {
                        out.push(numeral);
                    }
                    numeral.tokens.1
                }
                None => at + 1,
            };
        }
    }

    /// Whether a number, vague quantity or "no" may start here: a cheap look. `figures` says whether the sentence has a
    /// digit or a hyphen.
    fn may_open(&self, words: &Words, at: usize, figures: bool) -> bool {
        let token = words.tokens[at];
        match words.items[at] {
            Some(item) if item.is(self.opens) => true,
            _ => {
                token.kind == TokenKind::Number
                    || figures && token.kind == TokenKind::Word && {
                        let word = &words.text.as_bytes()[token.start as usize..token.end as usize];
                        word[0].is_ascii_digit() || word.contains(&b'-')
                    }
            }
        }
    }
}

/// Whether the word before `at` is that small word.
fn before_is(words: &Words, classes: &Classes, at: usize, part: Part) -> bool {
    at.checked_sub(1).and_then(|before| classes.part(words, before)) == Some(part)
}
