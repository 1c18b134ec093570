//! From tags to groups: one pass over the tokens, longest group first.

use super::unit::{Unit, UnitKind, VerbForm, VerbGroup};
use super::{Tag, Words};
use crate::lexicon::{Lexicon, form};
use crate::segment::TokenKind;

/// The word classes that the groups ask for.
#[derive(Clone, Copy)]
pub struct GroupGrammar {
    be: u64,
    have: u64,
    do_: u64,
    get: u64,
    modal: u64,
    negation: u64,
    preposition: u64,
    subordinator: u64,
    doubt: u64,
}

impl GroupGrammar {
    /// Looks the classes up once.
    pub fn new(lexicon: &Lexicon) -> GroupGrammar {
        GroupGrammar {
            be: lexicon.class("be.verb"),
            have: lexicon.class("have.verb"),
            do_: lexicon.class("do.verb"),
            get: lexicon.class("get.verb"),
            modal: lexicon.class("modal"),
            negation: lexicon.class("negation"),
            preposition: lexicon.class("preposition"),
            subordinator: lexicon.class("subordinator"),
            doubt: lexicon.class("doubt"),
        }
    }

    /// The word classes of *be*, *have*, *do* and *get*.
    pub fn auxiliaries(&self) -> u64 {
        self.be | self.have | self.do_ | self.get
    }

    /// Cuts the sentence into units. `times` are the token ranges of time expressions, `numbers` those of quantities from
    /// their hedge to the number's last word; both in order.
    pub fn find(&self, words: &Words, times: &[(usize, usize)], numbers: &[(usize, usize)], units: &mut Vec<Unit>) {
        units.clear();
        let mut times = times.iter().copied().peekable();
        let mut at = 0;
        while at < words.len() {
            while times.peek().is_some_and(|time| time.1 <= at || time.0 < at) {
                times.next();
            }
            if let Some(&(first, last)) = times.peek()
                && first == at
                && !self.modifies(words, first, last)
            {
                units.push(Unit::new(UnitKind::Time, first, last, last - 1));
                at = last;
                continue;
            }
            // A time expression ends any group before it, unless it modifies a noun ("the March 7 warning").
            let stop = times.peek().filter(|time| !self.modifies(words, time.0, time.1)).map_or(words.len(), |t| t.0);
            let number = numbers.iter().find(|number| number.0 == at).map(|number| number.1);
            let unit = self.unit(words, at, stop.max(at + 1), number, units);
            at = unit.end().max(at + 1);
            units.push(unit);
        }
    }

    /// Whether a time expression stands before the noun it belongs to.
    fn modifies(&self, words: &Words, first: usize, last: usize) -> bool {
        // "the Friday night attack", "a 2015 attack", but not "on Friday officials".
        let opened = first > 0 && matches!(words.tag(first - 1), Tag::DT | Tag::PRPS | Tag::JJ | Tag::POS);
        let starts_noun = matches!(words.tag(last), Tag::NN | Tag::NNS | Tag::JJ | Tag::NNP | Tag::VBG);
        let possessive = words.tag(last) == Tag::POS;
        let own_determiner = words.tag(first) == Tag::DT;
        possessive || (starts_noun && (opened || own_determiner))
    }

    fn unit(&self, words: &Words, at: usize, stop: usize, number: Option<usize>, before: &[Unit]) -> Unit {
        if let Some(end) = number
            && let Some(noun) = self.noun(words, at, stop, end)
        {
            return noun;
        }
        if let Some((_, end)) = words.phrases(at).filter(|(item, _)| item.is(self.preposition)).last() {
            return Unit::new(UnitKind::Preposition, at, end, at);
        }
        if words.is(at, self.preposition) && matches!(words.tag(at), Tag::VBG | Tag::IN | Tag::SC) {
            return Unit::new(UnitKind::Preposition, at, at + 1, at);
        }
        if let Some((_, end)) = words.phrases(at).filter(|(item, _)| item.is(self.subordinator)).last() {
            return Unit::new(UnitKind::Subordinator, at, end, at);
        }
        let single = |kind| Unit::new(kind, at, at + 1, at);
        let tag = words.tag(at);
        if tag == Tag::PUNCT || tag == Tag::SYM {
            return match words.word(at) {
                "," => single(UnitKind::Comma),
                ";" | ":" | "-" | "--" | "–" | "—" | "(" | ")" | "[" | "]" | "..." | "…" | "/" => {
                    single(UnitKind::Stop)
                }
                mark if is_quote(mark) => single(UnitKind::Quote),
                "$" | "£" | "€" | "¥" | "#" => {
                    self.noun(words, at, stop, at).unwrap_or_else(|| single(UnitKind::Other))
                }
                _ => single(UnitKind::Other),
            };
        }
        if let Some(verb) = self.verb(words, at, stop, before) {
            return verb;
        }
        if let Some(noun) = self.noun(words, at, stop, at) {
            return noun;
        }
        match tag {
            Tag::CC => single(UnitKind::Conjunction),
            Tag::IN | Tag::TO | Tag::RP => single(UnitKind::Preposition),
            // "from entering", "after detaining": a preposition before its verb.
            Tag::SC if words.tag(at + 1) == Tag::VBG => single(UnitKind::Preposition),
            Tag::SC => single(UnitKind::Subordinator),
            Tag::WDT | Tag::WP | Tag::WPS => single(UnitKind::Relative),
            Tag::WRB => single(UnitKind::Subordinator),
            Tag::RB | Tag::RBR | Tag::RBS => single(UnitKind::Adverb),
            Tag::JJ | Tag::JJR | Tag::JJS => single(UnitKind::Adjective),
            _ => single(UnitKind::Other),
        }
    }

    /// A verb group from this token on.
    fn verb(&self, words: &Words, first: usize, stop: usize, before: &[Unit]) -> Option<Unit> {
        let mut at = first;
        let mut group = VerbGroup::default();
        let mut main = None;
        let mut infinitive = false;
        let (mut be, mut auxiliary) = (false, false);
        while at < stop {
            let tag = words.tag(at);
            let adverb = matches!(tag, Tag::RB | Tag::RBR | Tag::RBS);
            if words.is(at, self.negation) && adverb {
                group.negated = true;
            } else if adverb {
                if main.is_some() && !auxiliary && !infinitive {
                    break;
                }
            } else if tag == Tag::TO && main.is_none() && !infinitive {
                infinitive = true;
            } else if infinitive && main.is_none() && is_quote(words.word(at)) && words.tag(at + 1) == Tag::VB {
                // "to “make a deal”".
            } else if tag == Tag::MD || words.is(at, self.modal) && main.is_none() && !infinitive {
                if main.is_some() {
                    break;
                }
                group.modal = Some(at as u16);
                auxiliary = true;
                main = Some(at);
            } else if tag.is_verb() {
                if main.is_some() && !auxiliary {
                    break;
                }
                // A participle before a noun belongs to the noun: "were killed", but "were armed men".
                if main.is_some() && be && matches!(tag, Tag::VBN | Tag::VBG) && self.premodifies(words, at, stop, true)
                {
                    break;
                }
                group.passive = be && tag == Tag::VBN;
                main = Some(at);
                be = words.is(at, self.be) || words.is(at, self.get) && be_form_follows(words, at, stop);
                auxiliary = be || words.is(at, self.have) || words.is(at, self.do_);
                if matches!(tag, Tag::VBD | Tag::VBN) {
                    group.past = true;
                }
            } else {
                break;
            }
            at += 1;
        }
        let main = main?;
        // Trailing adverbs are not the group's, unless it is they that deny.
        let mut last = at;
        while last > main + 1 && !words.is(last - 1, self.negation) {
            last -= 1;
        }
        let tag = words.tag(main);
        group.copula = be && !group.passive;
        let bare = !(main > first && (first..main).any(|i| words.tag(i).is_verb()));
        group.form = if infinitive {
            VerbForm::Infinitive
        } else if bare && tag == Tag::VBG {
            VerbForm::Ing
        } else if bare && tag == Tag::VBN {
            VerbForm::Participle
        } else if matches!(words.tag(first_verb(words, first, main)), Tag::VBG) {
            VerbForm::Ing
        } else if matches!(words.tag(first_verb(words, first, main)), Tag::VBN) {
            VerbForm::Participle
        } else {
            VerbForm::Finite
        };
        if group.form == VerbForm::Participle {
            group.passive = true;
        }
        if infinitive && main == first {
            return None;
        }
        if bare && matches!(group.form, VerbForm::Ing | VerbForm::Participle) && !infinitive {
            let opens = !before.last().is_some_and(|unit| matches!(unit.kind, UnitKind::Noun | UnitKind::Time));
            if opens && !goes_on(words, main, before) && self.premodifies(words, main, stop, false) {
                return None;
            }
        }
        let mut unit = Unit::new(UnitKind::Verb, first, last.max(main + 1), main);
        unit.verb = group;
        Some(unit)
    }

    /// Whether a participle stands before the noun it describes: "suspected militants", "armed men".
    fn premodifies(&self, words: &Words, at: usize, stop: usize, after_be: bool) -> bool {
        // "alleged Russian interference".
        if words.is(at, self.doubt) && nominal_follows(words, at, stop) {
            return true;
        }
        if at + 1 >= stop || !matches!(words.tag(at + 1), Tag::NN | Tag::NNS) {
            return false;
        }
        match words.tag(at) {
            Tag::VBN => !after_be || words.tag(at + 1) == Tag::NNS,
            // "killing civilians" is a verb, "visiting officials" a noun group only where a verb follows.
            Tag::VBG => {
                !after_be
                    && (at + 2..(at + 5).min(stop))
                        .any(|i| matches!(words.tag(i), Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD))
                    && words.items[at].is_none_or(|item| item.verbs.is_empty())
            }
            _ => false,
        }
    }

    /// A noun group from this token on; `number` is one past the quantity that opens it.
    fn noun(&self, words: &Words, first: usize, stop: usize, number: usize) -> Option<Unit> {
        let mut at = number.min(stop);
        let mut head = (number > first).then(|| number - 1);
        let mut possessor = first;
        let mut opened = number > first;
        while at < stop {
            let tag = words.tag(at);
            let next = words.tag(at + 1);
            match tag {
                Tag::PRP if head.is_none() && !opened => return Some(Unit::new(UnitKind::Noun, at, at + 1, at)),
                Tag::PDT if head.is_none() => {}
                Tag::DT | Tag::PRPS | Tag::WPS if head.is_none() && (!opened || at == first + 1) => opened = true,
                Tag::EX if at == first => return Some(Unit::new(UnitKind::Other, at, at + 1, at)),
                Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::FW => head = Some(at),
                Tag::CD => {
                    // "earlier information 5 people were killed": two groups.
                    if head
                        .is_some_and(|head| words.tag(head) == Tag::NNS || words.tag(head) == Tag::NN && next.is_noun())
                    {
                        break;
                    }
                    opened = true;
                    head = Some(at);
                }
                Tag::POS if head.is_some() => {
                    possessor = at + 1;
                    opened = true;
                    // Plain possessive without a noun after it: "the group's".
                    if !starts_nominal(next) {
                        at += 1;
                        break;
                    }
                }
                Tag::JJ | Tag::JJR | Tag::JJS => {
                    if head.is_some_and(|h| {
                        words.tag(h) != Tag::CD
                            && h + 1 != number
                            && h >= possessor
                            && !nominal_follows(words, at, stop)
                    }) {
                        break;
                    }
                    if head.is_none() && !opened && !nominal_follows(words, at, stop) {
                        break;
                    }
                }
                Tag::VBG if head.is_some() && words.is(at, self.preposition) => break,
                Tag::VBN | Tag::VBG if nominal_follows(words, at, stop) => {
                    let after_noun = head.is_some_and(|h| h >= possessor && words.tag(h) != Tag::CD && h + 1 != number);
                    // "an oil drilling rig", but "a report accusing Iran", "a boat carrying migrants".
                    if after_noun && !(tag == Tag::VBG && opened && next == Tag::NN) {
                        break;
                    }
                    if head.is_none() && !opened && tag == Tag::VBG && at != first {
                        break;
                    }
                }
                // "the wounded", "the killing of".
                Tag::VBN | Tag::VBG if opened && head.is_none() && at > first => {
                    head = Some(at);
                    at += 1;
                    break;
                }
                Tag::RB | Tag::RBR | Tag::RBS
                    if head.is_none()
                        && matches!(next, Tag::JJ | Tag::VBN | Tag::CD | Tag::DT)
                        && (opened || next == Tag::CD) => {}
                Tag::SYM if matches!(words.word(at), "$" | "£" | "€" | "¥" | "#") && next == Tag::CD => {
                    opened = true
                }
                Tag::SYM if words.word(at) == "%" && head == Some(at - 1) => head = Some(at),
                Tag::CC | Tag::PUNCT if joins_modifiers(words, at, stop, head.filter(|&h| h >= possessor)) => {}
                Tag::PUNCT
                    if words.tokens[at].kind == TokenKind::Punct
                        && matches!(words.word(at), "“" | "\"" | "‘" | "``")
                        && opened
                        && head.is_none() => {}
                _ => break,
            }
            at += 1;
        }
        let head = match head {
            Some(head) => head,
            // "those", "many", "both" by themselves.
            None if opened && at == first + 1 && words.tag(first) == Tag::DT => first,
            None => return None,
        };
        let last = at.max(head + 1);
        let mut unit = Unit::new(UnitKind::Noun, first, last, head);
        if possessor <= head {
            unit.possessor = possessor as u16;
        }
        Some(unit)
    }
}

/// "looted shops and attacked police": a past form after "and" goes on from a past verb.
fn goes_on(words: &Words, at: usize, before: &[Unit]) -> bool {
    let joined = before.last().is_some_and(|unit| matches!(unit.kind, UnitKind::Conjunction | UnitKind::Comma));
    let past = before
        .iter()
        .any(|unit| unit.kind == UnitKind::Verb && words.tag(unit.head()) == Tag::VBD && !unit.verb.passive);
    joined && past && words.items[at].is_some_and(|item| item.verb_forms & form::PAST != 0)
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "”" | "''" | "``" | "‘" | "'" | "’")
}

fn first_verb(words: &Words, first: usize, main: usize) -> usize {
    (first..main).find(|&i| words.tag(i).is_verb()).unwrap_or(main)
}

/// "got killed", not "got a letter".
fn be_form_follows(words: &Words, at: usize, stop: usize) -> bool {
    at + 1 < stop && words.tag(at + 1) == Tag::VBN
}

fn starts_nominal(tag: Tag) -> bool {
    tag.is_noun()
        || matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::VBN | Tag::VBG | Tag::RB | Tag::FW | Tag::PUNCT)
}

/// Whether a noun comes after this token, with only modifiers between.
fn nominal_follows(words: &Words, at: usize, stop: usize) -> bool {
    for i in at + 1..stop.min(at + 6) {
        match words.tag(i) {
            tag if tag.is_noun() => return true,
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::FW => {}
            Tag::VBN | Tag::VBG => {}
            Tag::PUNCT | Tag::CC if joins_modifiers(words, i, stop, None) => {}
            _ => return false,
        }
    }
    false
}

/// "and" or a comma between the modifiers of one noun: "full and direct responsibility", "a bloody, barbaric act".
fn joins_modifiers(words: &Words, at: usize, stop: usize, head: Option<usize>) -> bool {
    let comma = words.word(at) == ",";
    if at == 0 || at + 2 >= stop || head.is_some() || !(comma || words.tag(at) == Tag::CC) {
        return false;
    }
    let modifier = |tag: Tag| matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS);
    let (left, right, after) = (words.tag(at - 1), words.tag(at + 1), words.tag(at + 2));
    // "Afghan and coalition forces": a noun may be the second modifier where a noun follows it.
    let second = modifier(right) || !comma && matches!(right, Tag::NN | Tag::NNP | Tag::VBN) && after.is_noun();
    modifier(left) && second && (after.is_noun() || modifier(after))
}
