//! All stages, called in order for one article.

use crate::Article;
use crate::annotation::{Annotation, CountSpan, EntitySpan, IssueSpan, Layers, TimeSpan, TokenSpan};
use crate::discourse::{DiscourseWords, Mentions, Story};
use crate::event::{Event, SentenceSpan};
use crate::frame::{self, Frame, FrameWords, Sentence};
use crate::grammar::{
    Alternative, Clause, ClauseGrammar, ClauseScratch, GroupGrammar, Tag, TagInput, Tagger, Unit, Words, repair,
};
use crate::lexicon::petrarch::IssueMatch;
use crate::lexicon::{Item, Lexicon, LexiconError, LexiconFolderError, WordSet, acts, word_hashes};
use crate::mention::entity::{self, Entity};
use crate::mention::quantity::{Quantity, QuantityGrammar};
use crate::mention::time::{Anchor, TimeGrammar, Timex};
use crate::segment::{CodePoints, Segments, SentenceKind, Shape, Token, TokenKind};
use crate::telling::Telling;
use jiff::civil::Date;
use std::path::PathBuf;

/// Buffers that are kept from article to article; one a thread.
#[derive(Default)]
pub struct Workspace {
    segments: Segments,
    analysis: Analysis,
}

/// Buffers of one sentence.
#[derive(Default)]
struct Analysis {
    hashes: Vec<u64>,
    inputs: Vec<TagInput>,
    tags: Vec<Tag>,
    others: Vec<Alternative>,
    times: Vec<Timex>,
    busy: Vec<(usize, usize)>,
    numbers: Vec<(usize, usize)>,
    quantities: Vec<Quantity>,
    units: Vec<Unit>,
    clauses: Vec<Clause>,
    scratch: ClauseScratch,
}

/// Reads articles and writes events. Build one and share it between threads.
pub struct Extractor {
    lexicon: Lexicon,
    tagger: Tagger,
    groups: GroupGrammar,
    clauses: ClauseGrammar,
    times: TimeGrammar,
    quantities: QuantityGrammar,
    words: FrameWords,
    discourse: DiscourseWords,
}

/// What an article gave beside its events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub sentences: u64,
    pub events: u64,
    /// Sentences in which no events are sought because of a discard phrase.
    pub discarded: u64,
}

impl Extractor {
    /// An extractor with the lexicons in the binary.
    pub fn built_in() -> Extractor {
        Extractor::new(Lexicon::built_in())
    }

    /// An extractor with the `*.tsv` lexicons of these folders merged over the built-in ones, later ones winning.
    /// Lines that are wrong are left out and returned.
    ///
    /// # Errors
    /// When a folder or a file in it cannot be read.
    pub fn with_lexicons(folders: &[PathBuf]) -> Result<(Extractor, Vec<LexiconError>), LexiconFolderError> {
        let (lexicon, errors) = Lexicon::with_folders(folders)?;
        Ok((Extractor::new(lexicon), errors))
    }

    /// An extractor with this lexicon.
    pub fn new(lexicon: Lexicon) -> Extractor {
        Extractor {
            tagger: Tagger::built_in(),
            groups: GroupGrammar::new(&lexicon),
            clauses: ClauseGrammar::new(&lexicon),
            times: TimeGrammar::new(&lexicon),
            quantities: QuantityGrammar::new(&lexicon),
            words: FrameWords::new(&lexicon),
            discourse: DiscourseWords::new(&lexicon),
            lexicon,
        }
    }

    /// The events of one article, in the order of their actions in the text. `emit` gets each one.
    pub fn extract<'a>(
        &'a self,
        article: &'a Article<'a>,
        workspace: &mut Workspace,
        emit: &mut dyn FnMut(&Event<'_>),
    ) -> Tally {
        let (events, tally) = self.events(article, workspace);
        events.iter().for_each(emit);
        tally
    }

    /// The events of one article as a list: what [`merge`](crate::merge::merge) takes.
    pub fn events<'a>(&'a self, article: &'a Article<'a>, workspace: &mut Workspace) -> (Vec<Event<'a>>, Tally) {
        let text: &'a str = &article.text;
        let Workspace { segments, analysis } = workspace;
        self.lexicon.segmenter().segment(text, segments);
        let mut tally = Tally { sentences: segments.sentences.len() as u64, ..Tally::default() };
        let discards = self.lexicon.discards();
        if discards.has_articles() && any_sentence(text, segments, |hashes| discards.finds(hashes, true)) {
            tally.discarded = tally.sentences;
            return (Vec::new(), tally);
        }
        let mut points = CodePoints::new(text);
        let mut anchor = Anchor::new(article.published);
        let mut items: Vec<Option<&'a Item>> = Vec::new();
        let mut frames: Vec<Frame<'a>> = Vec::new();
        let mut mentions = Mentions::new(self.discourse, article.published);
        let mut story = Story::default();
        for (index, sentence) in segments.sentences.iter().enumerate() {
            if sentence.kind == SentenceKind::Furniture {
                continue;
            }
            let first =
                segments.tokens[..sentence.tokens.1 as usize].partition_point(|token| token.start < sentence.body);
            let tokens = &segments.tokens[first..sentence.tokens.1 as usize];
            if !self.look_up(text, tokens, &mut analysis.hashes, &mut items) {
                continue;
            }
            if !discards.is_empty() && discards.finds(&analysis.hashes, false) {
                tally.discarded += 1;
                continue;
            }
            let capitals = self.tag(text, tokens, &items, analysis);
            if !can_act(&items, &analysis.tags) {
                continue;
            }
            let found = self.analyse(text, tokens, &items, capitals, analysis, &mut anchor);
            frame::find(&found, &mut frames);
            let span = SentenceSpan {
                index,
                start: points.at(sentence.start) as usize,
                end: points.at(sentence.end) as usize,
            };
            mentions.read(&found, index);
            let mut telling =
                Telling { article, sentence: &found, span, mentions: &mentions, story: &story, points: &mut points };
            let told: Vec<_> = frames.iter().map(|frame| telling.told(frame)).collect();
            story.add(told);
            mentions.note_harm(&frames);
        }
        let events = story.finish(article);
        tally.events = events.len() as u64;
        (events, tally)
    }

    /// The layers under the events. Every sentence is looked at, furniture too.
    pub fn annotate<'a>(
        &'a self,
        article: &'a Article<'a>,
        layers: Layers,
        workspace: &mut Workspace,
    ) -> Annotation<'a> {
        let text: &'a str = &article.text;
        let Workspace { segments, analysis } = workspace;
        self.lexicon.segmenter().segment(text, segments);
        let mut points = CodePoints::new(text);
        let mut anchor = Anchor::new(article.published);
        let mut items: Vec<Option<&'a Item>> = Vec::new();
        let mut out = Annotation {
            id: &article.id,
            sentences: layers.sentences.then(Vec::new),
            tokens: layers.tokens.then(Vec::new),
            times: layers.times.then(Vec::new),
            counts: layers.counts.then(Vec::new),
            entities: layers.entities.then(Vec::new),
            issues: (layers.issues && !self.lexicon.issues().is_empty()).then(Vec::new),
        };
        let mut excluded = Vec::new();
        let mut issues = Vec::new();
        if out.issues.is_some() {
            any_sentence(text, segments, |hashes| {
                self.lexicon.issues().excluded(hashes, &mut excluded);
                false
            });
        }
        for sentence in &segments.sentences {
            if let Some(sentences) = &mut out.sentences {
                sentences.push((points.at(sentence.start), points.at(sentence.end)));
            }
            if !(layers.tokens || layers.times || layers.counts || layers.entities || out.issues.is_some()) {
                continue;
            }
            let tokens = segments.tokens_of(sentence);
            self.look_up(text, tokens, &mut analysis.hashes, &mut items);
            let capitals = self.tag(text, tokens, &items, analysis);
            let found = self.analyse(text, tokens, &items, capitals, analysis, &mut anchor);
            let words = &found.words;
            let mut slice =
                |start: u32, end: u32| (points.at(start), points.at(end), &text[start as usize..end as usize]);
            if let Some(out) = &mut out.times {
                out.extend(found.times.iter().map(|time| {
                    let (start, end, text) = slice(time.start, time.end);
                    let Timex { kind, ref value, from, to, .. } = *time;
                    TimeSpan { start, end, text, kind: kind.name(), value: value.clone(), from, to }
                }));
            }
            let mut span = |first: usize, last: usize| slice(tokens[first].start, tokens[last - 1].end);
            if let Some(out) = &mut out.tokens {
                out.extend((0..tokens.len()).map(|at| {
                    let (start, end, _) = span(at, at + 1);
                    TokenSpan { start, end, tag: words.tags[at].name() }
                }));
            }
            if let Some(out) = &mut out.counts {
                out.extend(found.quantities.iter().filter(|quantity| !quantity.article).map(|quantity| {
                    let (start, end, text) = span(quantity.tokens.0, quantity.tokens.1);
                    let Quantity { value, min, max, status, .. } = *quantity;
                    CountSpan {
                        start,
                        end,
                        text,
                        value,
                        min,
                        max,
                        unit: quantity.unit.map(|at| span(at, at + 1).2),
                        status,
                    }
                }));
            }
            if let Some(out) = &mut out.issues {
                issues.clear();
                self.lexicon.issues().find(words.hashes, &excluded, &mut issues);
                out.extend(issues.iter().map(|&IssueMatch { first, last, category, code }| {
                    let (start, end, text) = span(first, last);
                    IssueSpan { start, end, text, category, code }
                }));
            }
            if let Some(out) = &mut out.entities {
                let mut mentions = Vec::new();
                entity::find(words, 0, article.published, &mut mentions);
                out.extend(mentions.iter().map(|mention| {
                    let (start, end, text) = span(mention.first, mention.last);
                    let Entity { name, kind, country, sector } = mention.entity;
                    EntitySpan { start, end, text, name, kind: kind.map(|kind| kind.name()), country, sector }
                }));
            }
        }
        out
    }

    /// The groups and clauses of each sentence of a text, as lines to read: what the events were made from.
    pub fn parse(&self, text: &str, published: Option<Date>, workspace: &mut Workspace) -> String {
        let Workspace { segments, analysis } = workspace;
        self.lexicon.segmenter().segment(text, segments);
        let mut anchor = Anchor::new(published);
        let mut items: Vec<Option<&Item>> = Vec::new();
        let mut out = String::new();
        for sentence in &segments.sentences {
            let tokens = segments.tokens_of(sentence);
            self.look_up(text, tokens, &mut analysis.hashes, &mut items);
            let capitals = self.tag(text, tokens, &items, analysis);
            let found = self.analyse(text, tokens, &items, capitals, analysis, &mut anchor);
            found.describe(&mut out);
        }
        out
    }

    /// Gives `each` the tagged sentences of a text, with the token ranges of their time expressions: what the stages above
    /// the tags work on, to use or to measure one of them alone.
    pub fn tagged<'a>(
        &'a self,
        text: &'a str,
        published: Option<Date>,
        workspace: &mut Workspace,
        mut each: impl FnMut(&Words<'_, 'a>, &[(usize, usize)]),
    ) {
        let Workspace { segments, analysis } = workspace;
        self.lexicon.segmenter().segment(text, segments);
        let mut anchor = Anchor::new(published);
        let mut items: Vec<Option<&Item>> = Vec::new();
        for sentence in &segments.sentences {
            let tokens = segments.tokens_of(sentence);
            self.look_up(text, tokens, &mut analysis.hashes, &mut items);
            let capitals = self.tag(text, tokens, &items, analysis);
            let Analysis { hashes, tags, times, busy, .. } = &mut *analysis;
            let words = Words { text, lexicon: &self.lexicon, tokens, hashes, items: &items, tags, capitals };
            self.find_times(&words, &mut anchor, times, busy);
            each(&words, busy);
        }
    }

    /// Hashes the tokens and looks each up once; says whether an event can be in the sentence.
    fn look_up<'a>(
        &'a self,
        text: &str,
        tokens: &[Token],
        hashes: &mut Vec<u64>,
        items: &mut Vec<Option<&'a Item>>,
    ) -> bool {
        hashes.clear();
        items.clear();
        hashes.extend(word_hashes(text, tokens));
        self.lexicon.look_up(hashes, items)
    }

    /// Tags one sentence, into the buffers; says whether capitals mean anything in it.
    fn tag(&self, text: &str, tokens: &[Token], items: &[Option<&Item>], analysis: &mut Analysis) -> bool {
        let capitals = has_both_cases(tokens);
        let shapes = capitals && !is_title_case(tokens);
        analysis.inputs.clear();
        analysis.inputs.extend(tokens.iter().zip(&analysis.hashes).zip(items).map(|((token, &hash), &item)| {
            let acronym = shapes && token.shape == Shape::Upper && item.is_some_and(is_acronym);
            let fixed = fixed_tag(token, token.of(text)).or(acronym.then_some(Tag::NNP));
            TagInput::new(token.of(text), hash, item, self.tagger.known(hash), token.shape, fixed, shapes)
        }));
        self.tagger.tag(&analysis.inputs, &mut analysis.tags, &mut analysis.others);
        repair(&analysis.inputs, items, self.groups.auxiliaries(), &analysis.others, &mut analysis.tags);
        capitals
    }

    /// Times, quantities, groups and clauses of one tagged sentence, into the buffers.
    fn analyse<'s, 'a>(
        &'a self,
        text: &'a str,
        tokens: &'s [Token],
        items: &'s [Option<&'a Item>],
        capitals: bool,
        analysis: &'s mut Analysis,
        anchor: &mut Anchor,
    ) -> Sentence<'s, 'a> {
        let Analysis { hashes, tags, times, busy, numbers, quantities, units, clauses, scratch, .. } = analysis;
        let words = Words { text, lexicon: &self.lexicon, tokens, hashes, items, tags, capitals };
        self.find_times(&words, anchor, times, busy);
        quantities.clear();
        self.quantities.find(&words, busy, quantities);
        numbers.clear();
        numbers.extend(quantities.iter().filter(|quantity| !quantity.article).map(|q| (q.tokens.0, q.number.1)));
        self.groups.find(&words, busy, numbers, units);
        self.clauses.find(&words, units, scratch, clauses);
        Sentence { words, known: WordSet::new(hashes), units, clauses, times, quantities, classes: &self.words }
    }

    /// The time expressions of one sentence, and their tokens.
    fn find_times(&self, words: &Words, anchor: &mut Anchor, times: &mut Vec<Timex>, busy: &mut Vec<(usize, usize)>) {
        times.clear();
        self.times.find(words, anchor, times);
        busy.clear();
        busy.extend(times.iter().map(|time| time.tokens));
    }
}

/// Whether `test` holds for the hashes of some sentence's words.
fn any_sentence(text: &str, segments: &Segments, mut test: impl FnMut(&[u64]) -> bool) -> bool {
    let mut hashes = Vec::new();
    segments.sentences.iter().any(|sentence| {
        hashes.clear();
        hashes.extend(word_hashes(text, segments.tokens_of(sentence)));
        test(&hashes)
    })
}

/// Whether a tagged word can be what the lexicon has actions for: a verb, an event noun, an adjective.
fn can_act(items: &[Option<&Item>], tags: &[Tag]) -> bool {
    items.iter().zip(tags).any(|(item, tag)| {
        let acts = item.map_or(0, |item| item.acts);
        acts & acts::VERB != 0 && tag.is_verb()
            || acts & acts::NOUN != 0 && (tag.is_noun() || matches!(tag, Tag::VBG | Tag::VBN))
            || acts & acts::ADJECTIVE != 0
    })
}

/// Whether a sentence has capitals and small letters, so that capitals mean something.
fn has_both_cases(tokens: &[Token]) -> bool {
    let small = tokens.iter().any(|token| matches!(token.shape, Shape::Lower | Shape::Title | Shape::Mixed));
    let capital = tokens.iter().any(|token| matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed));
    small && capital
}

/// Whether a sentence is written like a title, every longer word with a capital: then a capital makes no name.
fn is_title_case(tokens: &[Token]) -> bool {
    let long = |token: &&Token| token.kind == TokenKind::Word && token.end - token.start > 4;
    let small = tokens.iter().filter(long).filter(|token| token.shape == Shape::Lower).count();
    let all = tokens.iter().filter(long).count();
    all >= 4 && small * 8 <= all
}

/// Whether a name is written like this in capitals only: "IS", "US".
fn is_acronym(item: &Item) -> bool {
    item.names.iter().any(|name| name.acronym)
}

/// The tag where the token itself settles it.
fn fixed_tag(token: &Token, word: &str) -> Option<Tag> {
    match token.kind {
        TokenKind::Punct => Some(if word == "'s" { Tag::POS } else { Tag::PUNCT }),
        TokenKind::Symbol => Some(Tag::SYM),
        TokenKind::Number if !word.bytes().any(|byte| byte.is_ascii_alphabetic()) => Some(Tag::CD),
        _ => None,
    }
}
