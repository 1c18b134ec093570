//! From frames, which are tokens of their sentence, to events, which can be read by themselves.

use crate::Article;
use crate::discourse::{self, Mentions, Story, Told};
use crate::event::{Action, Argument, Count, Event, EventDate, SentenceSpan};
use crate::frame::{Frame, Phrase, Sentence};
use crate::grammar::{Tag, UnitKind};
use crate::lexicon::Kind;
use crate::mention::{Entity, TimeKind, Timex, entity};
use crate::segment::CodePoints;
use std::borrow::Cow;

/// How far an argument may be from the action for the words of the event to hold it, in tokens.
const NEAR: usize = 8;

/// Turns the frames of one sentence into events.
pub(crate) struct Telling<'w, 'a> {
    pub article: &'a Article<'a>,
    pub sentence: &'w Sentence<'w, 'a>,
    pub span: SentenceSpan,
    pub mentions: &'w Mentions<'a>,
    pub story: &'w Story<'a>,
    pub points: &'w mut CodePoints<'a>,
}

impl<'a> Telling<'_, 'a> {
    /// The event of a frame, without its id, and what the discourse asks of it.
    pub fn told(&mut self, frame: &Frame<'a>) -> Told<'a> {
        let target_event = frame.target.and_then(|phrase| self.event_before(&phrase));
        let actor_event = frame.actor.and_then(|phrase| self.event_before(&phrase));
        let event = self.event(frame, actor_event, target_event);
        Told {
            event,
            words: self.words(frame),
            definite: self.is_definite(frame),
            antecedent: self.noun_of(frame).and_then(|unit| self.event_before(&self.sentence.member_phrase(unit))),
            nearby: self.nearby_date(frame),
        }
    }

    fn event(&mut self, frame: &Frame<'a>, actor_event: Option<usize>, target_event: Option<usize>) -> Event<'a> {
        let (text, start, end) = self.slice(frame.first, frame.last);
        let kind = frame.sense.kind;
        let borrowed = |text: &'a Option<Box<str>>| text.as_deref().map(Cow::Borrowed);
        let attribution = frame.attribution.map(|phrase| self.argument(&phrase, None));
        let mut argument = |phrase: Option<Phrase>, event| {
            let mut argument = self.argument(&phrase?, event);
            if let Some(speaker) = &attribution
                && self.mentions.is_speaker(self.sentence, phrase?.head)
            {
                argument.stand_for(speaker);
            }
            Some(argument)
        };
        let (actor, target) = (argument(frame.actor, actor_event), argument(frame.target, target_event));
        Event {
            id: String::new(),
            event: String::new(),
            doc: Cow::Borrowed(&self.article.id),
            published: self.article.published,
            source: self.article.source.as_deref().map(Cow::Borrowed),
            sentence: self.span,
            action: Action {
                text,
                start,
                end,
                lemma: Cow::Borrowed(&frame.sense.lemma),
                kind: Cow::Borrowed(kind.map_or("NONE", |kind| kind.name())),
                mode: borrowed(&frame.sense.mode),
                cameo: borrowed(&frame.sense.cameo),
                quad: kind.and_then(|kind| kind.quad()),
                voice: Cow::Borrowed(frame.voice.name()),
                status: Cow::Borrowed(frame.status.name()),
            },
            actor,
            target,
            date: self.date(frame),
            count: self.count(frame),
            place: frame.place.map(|phrase| self.argument(&phrase, None)),
            instrument: self.sentence.instrument(frame).map(|phrase| self.argument(&phrase, None)),
            effect: self.sentence.effect(frame).map(Cow::Borrowed),
            attribution,
            rule: Cow::Borrowed(frame.rule),
            target_event,
        }
    }

    /// The event's words, from its actor to its target where they are near.
    fn words(&self, frame: &Frame) -> &'a str {
        let near = |phrase: &Phrase| phrase.first.abs_diff(frame.token) <= NEAR;
        let arguments = || [frame.actor, frame.target].into_iter().flatten().filter(near);
        let first = arguments().map(|phrase| phrase.first).fold(frame.first, usize::min);
        let last = arguments().map(|phrase| phrase.last).fold(frame.last, usize::max);
        self.sentence.words.slice(first, last)
    }

    /// Text and code points of tokens `first..last`.
    fn slice(&mut self, first: usize, last: usize) -> (Cow<'a, str>, usize, usize) {
        let tokens = self.sentence.words.tokens;
        let (start, end) = (tokens[first].start, tokens[last.max(first + 1) - 1].end);
        let text = &self.sentence.words.text[start as usize..end as usize];
        (Cow::Borrowed(text), self.points.at(start) as usize, self.points.at(end) as usize)
    }

    /// An argument; `event` is the event told before that it stands for.
    fn argument(&mut self, phrase: &Phrase, event: Option<usize>) -> Argument<'a> {
        let sentence = self.sentence;
        let (text, start, end) = self.slice(phrase.first, phrase.last);
        let (entity, resolved) = match event {
            Some(event) => (self.describe(phrase), Some(self.story.words(event))),
            None => self.entity(phrase),
        };
        let members = sentence.members(phrase);
        Argument {
            text,
            start,
            end,
            head: Cow::Borrowed(sentence.words.word(phrase.head)),
            name: entity.name.map(Cow::Borrowed),
            kind: entity.kind.map(|kind| Cow::Borrowed(kind.name())),
            country: entity.country.map(Cow::Borrowed),
            sector: entity.sector.map(Cow::Borrowed),
            members: (members.len() > 1).then(|| {
                members
                    .iter()
                    .map(|&noun| {
                        let part = sentence.member_phrase(noun);
                        Cow::Borrowed(sentence.words.slice(part.first, part.last))
                    })
                    .collect()
            }),
            resolved: resolved.map(Cow::Borrowed),
        }
    }

    /// What is known of an argument, from its own words or from what it stands for, and the words of the latter.
    fn entity(&self, phrase: &Phrase) -> (Entity<'a>, Option<&'a str>) {
        let words = &self.sentence.words;
        let mention = self.mentions.of(self.sentence, phrase);
        if let Some(mention) = mention.filter(|mention| mention.refers) {
            return (mention.entity, Some(mention.text));
        }
        let own = mention.map_or_else(|| self.describe(phrase), |mention| mention.entity);
        if words.tag(phrase.first) != Tag::PRPS {
            return (own, None);
        }
        let Some(owner) = self.mentions.possessor(self.sentence, phrase.first, self.span.index) else {
            return (own, None);
        };
        let entity = if phrase.head == phrase.first {
            owner.entity
        } else {
            Entity { country: own.country.or(owner.entity.country), sector: own.sector.or(owner.entity.sector), ..own }
        };
        (entity, Some(owner.text))
    }

    fn describe(&self, phrase: &Phrase) -> Entity<'a> {
        entity::describe_phrase(
            &self.sentence.words,
            phrase.first,
            phrase.head,
            self.of_end(phrase),
            self.article.published,
        )
    }

    /// One past the "of" phrases of an argument's first part.
    fn of_end(&self, phrase: &Phrase) -> usize {
        phrase.unit.map_or(phrase.last, |unit| self.sentence.member_phrase(unit).last)
    }

    /// The event told before that an argument stands for: "the attack".
    fn event_before(&self, phrase: &Phrase) -> Option<usize> {
        let words = &self.sentence.words;
        let unit = phrase.unit?;
        let nouns = &words.items[phrase.head]?.nouns;
        // What names its place, its day or its people is no mere reference.
        let plain = (phrase.first..phrase.head).all(|at| !words.tag(at).is_name() && words.tag(at) != Tag::CD);
        let bare = phrase.unit_end == unit + 1 && self.sentence.kind(unit + 1) != Some(UnitKind::Preposition);
        let event = !nouns.is_empty() && self.describe(phrase).kind == Some(Kind::Event);
        if !event || !plain || !bare || !self.mentions.is_definite(self.sentence, unit) {
            return None;
        }
        self.story.antecedent(nouns, words.lexicon, self.span.index)
    }

    /// Whether the event is a noun that is taken as known: "the attack", "Friday's attack" is not.
    fn is_definite(&self, frame: &Frame) -> bool {
        self.noun_of(frame).is_some_and(|unit| self.mentions.is_definite(self.sentence, unit))
    }

    /// The noun unit that tells an event.
    fn noun_of(&self, frame: &Frame) -> Option<usize> {
        self.sentence.unit_of(frame.token).filter(|&unit| self.sentence.is_noun(unit))
    }

    /// The event's own date.
    fn date(&mut self, frame: &Frame) -> Option<EventDate<'a>> {
        frame.time.map(|time| self.date_of(time))
    }

    /// For an event without a date: the day nearest to it in its sentence that nothing ties to it, if it is not long
    /// ago: what lies farther back is background.
    fn nearby_date(&mut self, frame: &Frame) -> Option<EventDate<'a>> {
        let published = self.article.published.filter(|_| frame.time.is_none())?;
        let recent = |time: &&(usize, &Timex)| {
            let span = time.1.from.zip(time.1.to);
            span.is_some_and(|(from, to)| discourse::is_recent(from, to, published))
        };
        let times = self
            .sentence
            .times
            .iter()
            .enumerate()
            .filter(|(_, time)| matches!(time.kind, TimeKind::Date | TimeKind::Time));
        let (nearest, _) =
            times.filter(|time| recent(&time)).min_by_key(|(_, time)| time.tokens.0.abs_diff(frame.token))?;
        Some(EventDate { basis: Cow::Borrowed("context"), ..self.date_of(nearest) })
    }

    fn date_of(&mut self, time: usize) -> EventDate<'a> {
        let time = &self.sentence.times[time];
        let (text, start, end) = self.slice(time.tokens.0, time.tokens.1);
        EventDate {
            text: Some(text),
            start: Some(start),
            end: Some(end),
            value: time.value.clone(),
            from: time.from,
            to: time.to,
            basis: Cow::Borrowed("text"),
        }
    }

    fn count(&mut self, frame: &Frame) -> Option<Count<'a>> {
        let (quantity, counted) = frame.count?;
        let quantity = &self.sentence.quantities[quantity];
        let (text, start, end) = self.slice(quantity.tokens.0, quantity.tokens.1);
        Some(Count {
            text,
            start,
            end,
            value: quantity.value,
            min: quantity.min,
            max: quantity.max,
            approx: quantity.approx,
            unit: quantity.unit.map(|unit| Cow::Borrowed(self.sentence.words.word(unit))),
            of: Cow::Borrowed(counted.name()),
        })
    }
}
