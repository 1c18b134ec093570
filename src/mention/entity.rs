//! Who or what a noun group names: name, kind, country, sector.

use crate::grammar::{Tag, Words};
use crate::lexicon::{Code, Item, Kind, Lexicon, NameForm, NameRef};
use jiff::civil::Date;

/// A named thing, or what a descriptor says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entity<'l> {
    /// The lexicon's name.
    pub name: Option<&'l str>,
    pub kind: Option<Kind>,
    /// ISO 3166 alpha-3.
    pub country: Option<&'l str>,
    /// PLOVER sector.
    pub sector: Option<&'l str>,
}

/// A name or role found in the text: tokens `first..last`.
#[derive(Clone, Copy, Debug)]
pub struct EntityMention<'l> {
    pub first: usize,
    pub last: usize,
    pub entity: Entity<'l>,
}

/// What a name stands for on a day.
fn entry<'l>(lexicon: &'l Lexicon, names: &[NameRef], day: Option<Date>) -> Option<(Entity<'l>, NameForm)> {
    let meaning = lexicon.meaning(names.iter().copied(), day)?;
    let entity = Entity {
        name: Some(&meaning.name.text),
        kind: Some(meaning.name.kind),
        country: meaning.country().map(Code::as_str),
        sector: meaning.sector().map(Code::as_str),
    };
    Some((entity, meaning.form))
}

/// The name that begins at this token, the longest one: the token after its last, and its entry.
fn name_at<'a>(
    words: &Words<'_, 'a>,
    at: usize,
    end: usize,
    day: Option<Date>,
) -> Option<(usize, Entity<'a>, NameForm)> {
    let fits = |names: &'a [NameRef], last: usize| {
        let text = words.slice(at, last);
        names.iter().any(|name| name.fits_case(text, words.capitals)).then_some(names)
    };
    let single = words.items[at]
        .filter(|item| !item.names.is_empty())
        .filter(|_| words.capitals || words.tag(at).is_noun() || words.tag(at) == Tag::JJ)
        .and_then(|item| fits(&item.names, at + 1).map(|names| (names, at + 1)));
    let longest = words
        .phrases(at)
        .filter(|(item, last)| *last <= end && !item.names.is_empty())
        .filter_map(|(item, last)| fits(&item.names, last).map(|names| (names, last)))
        .last();
    let (names, last) = longest.or(single)?;
    let (entity, form) = entry(words.lexicon, names, day)?;
    Some((last, entity, form))
}

/// The role whose noun is at this token: its longest entry that begins in `first..=at`. It ends there, or goes on with a
/// preposition ("chief of staff").
fn role_ending<'a>(words: &Words<'_, 'a>, first: usize, at: usize) -> Option<(usize, Entity<'a>)> {
    let goes_on = words.tag(at + 1) == Tag::IN;
    for start in first..=at {
        let ends = |end: usize| end == at + 1 || goes_on && end > at + 1;
        let found = words.phrases(start).filter(|(item, end)| ends(*end) && item.role.is_some()).last();
        if let Some((item, _)) = found {
            return item.role.map(|(role, _)| (start, role_entity(words.lexicon, role)));
        }
    }
    let (role, _) = words.items[at]?.role?;
    Some((at, role_entity(words.lexicon, role)))
}

fn role_entity(lexicon: &Lexicon, role: u32) -> Entity<'_> {
    let role = lexicon.role(role);
    Entity { name: None, kind: Some(role.kind), country: None, sector: role.sector.as_ref().map(Code::as_str) }
}

/// What is known of the noun group in tokens `first..last` with this head. A role takes country and sector from the
/// names and adjectives around it ("Pakistani security analyst", "Russian forces"); the head's own name comes first.
pub fn describe<'a>(words: &Words<'_, 'a>, first: usize, head: usize, day: Option<Date>) -> Entity<'a> {
    let mut about = Entity::default();
    let mut named: Option<Entity> = None;
    // A name may have an article: "The Hague".
    let article = first.checked_sub(1).filter(|&at| words.tag(at) == Tag::DT);
    let article = article.filter(|&at| name_at(words, at, head + 1, day).is_some());
    let mut at = article.unwrap_or(first);
    while at <= head {
        match name_at(words, at, head + 1, day) {
            Some((end, entity, form)) => {
                if end == head + 1 && form != NameForm::Adjective {
                    named = Some(entity);
                    if form == NameForm::People {
                        named = Some(Entity { name: None, kind: Some(Kind::Person), ..entity });
                    }
                } else {
                    about.country = about.country.or(entity.country);
                    about.sector = about.sector.or(entity.sector);
                    if entity.kind == Some(Kind::Group) || entity.kind == Some(Kind::Organization) {
                        about.name = about.name.or(entity.name);
                    }
                }
                at = end;
            }
            None => at += 1,
        }
    }
    let role = role_ending(words, first, head).map(|(_, role)| role);
    match (named, role) {
        (Some(named), _) => {
            // "President Putin": the title says nothing that the name does not.
            Entity { country: named.country.or(about.country), sector: named.sector.or(about.sector), ..named }
        }
        // "Taliban fighters" bear the group's name.
        (None, Some(role)) => Entity {
            name: about.name,
            country: about.country,
            sector: role.sector.filter(|s| *s != "CVL").or(about.sector).or(role.sector),
            ..role
        },
        (None, None) => {
            let title = (first..head).rev().find_map(|at| role_ending(words, first, at).map(|(_, role)| role));
            let name_like = words.tag(head).is_name();
            let kind = match title {
                Some(title) if name_like => title.kind,
                // "U.S.", "Russian" as a noun group by itself.
                _ => None,
            };
            let event = words.items[head].is_some_and(Item::is_event);
            let thing = words.items[head].and_then(|item| words.lexicon.thing(item.noun_classes));
            Entity {
                name: None,
                kind: kind.or(thing).or(event.then_some(Kind::Event)),
                country: about.country,
                sector: title.and_then(|title| title.sector).or(about.sector),
            }
        }
    }
}

/// The same for a noun phrase that goes on to token `last`: "members of the Armed Forces" are of them.
pub fn describe_phrase<'a>(
    words: &Words<'_, 'a>,
    first: usize,
    head: usize,
    last: usize,
    day: Option<Date>,
) -> Entity<'a> {
    let own = describe(words, first, head, day);
    let person = matches!(own.kind, Some(Kind::Person | Kind::Group));
    if last < head + 3 || own.name.is_some() || !person {
        return own;
    }
    let whole = describe(words, head + 2, last - 1, day);
    if !matches!(whole.kind, Some(Kind::Group | Kind::Organization)) {
        return Entity { country: own.country.or(whole.country), ..own };
    }
    let sector = own.sector.filter(|sector| *sector != "CVL").or(whole.sector).or(own.sector);
    Entity { name: whole.name, kind: own.kind, country: own.country.or(whole.country), sector }
}

/// All names and roles of a sentence, left to right, without overlap.
pub fn find<'a>(words: &Words<'_, 'a>, from: usize, day: Option<Date>, out: &mut Vec<EntityMention<'a>>) {
    let mut at = from;
    while at < words.len() {
        if let Some((last, entity, _)) = name_at(words, at, words.len(), day) {
            out.push(EntityMention { first: at, last, entity });
            at = last;
            continue;
        }
        let role = words
            .phrases(at)
            .filter_map(|(item, end)| item.role.map(|(role, _)| (role, end)))
            .last()
            .or_else(|| words.items[at].and_then(|item| item.role).map(|(role, _)| (role, at + 1)));
        match role {
            Some((role, last)) if words.tag(last - 1).is_noun() => {
                out.push(EntityMention { first: at, last, entity: role_entity(words.lexicon, role) });
                at = last;
            }
            _ => at += 1,
        }
    }
}
