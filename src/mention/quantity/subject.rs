//! The verb a counted group is the subject of: "were killed", "are feared dead", "who marched".
//!
//! The words behind the group are read until a finite verb settles it. A relative clause says something too ("who went
//! missing"), but the clause's own verb ("are found dead") wins over it.

use super::classes::Part;
use super::status::{Place, Side, StatusReader};
use crate::grammar::{Tag, Words};
use crate::segment::TokenKind;

/// How far behind the group its verb may stand, in tokens.
const REACH: usize = 34;

/// The status that the group's verb gives it.
pub(super) fn status(reader: &StatusReader, place: Place) -> Option<&'static str> {
    let (words, classes) = (reader.words, reader.classes);
    let before = place.tokens.0.checked_sub(1);
    let with = before.and_then(|at| classes.part(words, at)) == Some(Part::With);
    let preposition = !with && before.is_some_and(|at| matches!(words.tag(at), Tag::IN | Tag::TO));
    let mut scan = Scan { reader, words, place, with, preposition, relative: false, passive: false, linked: false };
    let mut aside = None;
    let mut at = place.tokens.1;
    let end = words.len().min(at + REACH);
    while at < end {
        match scan.step(at) {
            Step::On(next) => at = next.max(at + 1),
            Step::Found(status, _) if !scan.relative => return Some(status),
            Step::Found(status, next) => {
                aside = aside.or(Some(status));
                scan.leave_relative();
                at = next.max(at + 1);
            }
            Step::Stop => break,
        }
    }
    aside
}

enum Step {
    /// Nothing said: go on at this token.
    On(usize),
    /// A status, and the token behind it.
    Found(&'static str, usize),
    /// What follows is of something else.
    Stop,
}

/// What was read so far.
struct Scan<'a, 's> {
    reader: &'a StatusReader<'a, 's>,
    words: &'a Words<'a, 's>,
    place: Place,
    /// "with 12 people …": only participles are of the group, a finite verb is of another subject.
    with: bool,
    /// Behind any other preposition a group is a subject only up to the next comma.
    preposition: bool,
    /// Inside "who …".
    relative: bool,
    /// Behind a form of be.
    passive: bool,
    /// Behind a verb that an adjective or a second verb may follow.
    linked: bool,
}

impl Scan<'_, '_> {
    fn leave_relative(&mut self) {
        (self.relative, self.passive, self.linked) = (false, false, false);
    }

    fn step(&mut self, at: usize) -> Step {
        let words = self.words;
        let tag = words.tag(at);
        if words.tokens[at].kind == TokenKind::Punct {
            let stops =
                matches!(words.word(at), ";" | ":" | "." | "?" | "!") || self.preposition && words.word(at) == ",";
            return if stops { Step::Stop } else { Step::On(at + 1) };
        }
        match words.value(at, self.reader.classes.aux) {
            // "the plane with 143 people aboard was"
            Some(_) if self.with && is_finite(tag) && !self.relative => return Step::Stop,
            Some("be") => {
                (self.passive, self.linked) = (true, true);
                return Step::On(at + 1);
            }
            Some(_) if tag.is_verb() => {
                self.passive = false;
                return Step::On(at + 1);
            }
            _ => {}
        }
        if matches!(tag, Tag::WP | Tag::WDT | Tag::WPS) {
            (self.relative, self.passive, self.linked) = (true, false, false);
            return Step::On(at + 1);
        }
        let new_verb = tag == Tag::CC && words.tag(at + 1).is_verb() && !self.linked;
        if tag == Tag::SC || tag == Tag::WRB || new_verb {
            return Step::Stop;
        }
        if (self.linked || at == self.place.tokens.1)
            && let Some((status, end)) = self.reader.adjective(at)
            && status != "aboard"
        {
            return Step::Found(self.reader.and_more(status, end), end);
        }
        self.status_verb(at, tag).or_else(|| self.link_verb(at, tag)).unwrap_or_else(|| self.other(at, tag))
    }

    /// A verb that says what became of its subject or object.
    fn status_verb(&mut self, at: usize, tag: Tag) -> Option<Step> {
        if !(tag.is_verb() || self.passive || matches!(tag, Tag::NN | Tag::NNS | Tag::JJ)) {
            return None;
        }
        let (status, side, end) = self.reader.verb_at(at, self.place.people)?;
        let fits = match side {
            Side::Object => self.passive && matches!(tag, Tag::VBN | Tag::VBD | Tag::VB | Tag::VBP | Tag::JJ | Tag::NN),
            Side::Subject => (tag != Tag::VBN || !self.passive) && (!self.with || matches!(tag, Tag::VBG | Tag::VB)),
            Side::Either => self.passive || !self.reader.object_follows(end),
        };
        // A noun is taken for a verb only right behind the group ("two bombs explode").
        let behind = side != Side::Object && at == self.place.tokens.1;
        let noun = matches!(tag, Tag::NN | Tag::NNS) && !self.passive && !behind;
        Some(if fits && !noun && !(self.preposition && self.relative) {
            Step::Found(self.reader.and_more(status, end), end)
        } else if is_finite(tag) && !self.relative {
            Step::Stop
        } else {
            self.relative &= !is_finite(tag);
            Step::On(end)
        })
    }

    /// A verb behind which it is said: "were reported dead", "forced to flee", "suffered burns". Who orders, says or finds
    /// is none of these.
    fn link_verb(&mut self, at: usize, tag: Tag) -> Option<Step> {
        tag.is_verb().then_some(())?;
        let link = self.reader.classes.link;
        let (item, end) = self.words.longest(at, link)?;
        let active = item.value(link) == Some("active");
        if active && let Some(status) = self.reader.harm_noun(end) {
            return Some(Step::Found(status, end));
        }
        let participle = self.passive || tag == Tag::VBN || tag == Tag::VBD && !self.reader.object_follows(end);
        self.linked |= active || participle;
        Some(if active || participle || tag == Tag::VBG { Step::On(end) } else { Step::Stop })
    }

    /// Any other word.
    fn other(&mut self, at: usize, tag: Tag) -> Step {
        match tag {
            Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBN if self.relative && (self.passive || tag != Tag::VBN) => {
                self.leave_relative();
            }
            Tag::VBD | Tag::VBZ | Tag::VBP => return Step::Stop,
            Tag::VBN if self.passive => return Step::Stop,
            Tag::VB if !self.linked => return Step::Stop,
            // "were investigating" is active.
            Tag::VBG => self.passive = false,
            _ => {}
        }
        Step::On(at + 1)
    }
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag, Tag::VBD | Tag::VBZ | Tag::VBP)
}
