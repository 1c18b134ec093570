//! Who or what a noun group names: name, kind, country, sector.

use crate::grammar::{Tag, Words};
use crate::lexicon::{Kind, Lexicon, NameForm, NameRef};
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

/// The sector of somebody who was in office before.
const FORMER: &str = "ELI";

/// The entry that holds on a day. After the last office of a person the sector is that of the former elite; a name
/// that has no entry for the day keeps its nearest one.
fn entry<'l>(lexicon: &'l Lexicon, names: &[NameRef], day: Option<Date>) -> Option<(Entity<'l>, NameForm)> {
    let of = |reference: &NameRef| {
        let name = lexicon.name(*reference);
        let entity = Entity {
            name: Some(&name.text),
            kind: Some(name.kind),
            country: name.country.as_deref(),
            sector: name.sector.as_deref(),
        };
        (entity, reference.form)
    };
    let rank = |reference: &&NameRef| match reference.form {
        NameForm::Proper => 0,
        NameForm::Adjective | NameForm::People => 1,
        NameForm::Capital => 2,
    };
    if let Some(current) = names.iter().filter(|reference| lexicon.name(**reference).holds_on(day)).min_by_key(rank) {
        return Some(of(current));
    }
    let last = names.iter().max_by_key(|reference| lexicon.name(**reference).to)?;
    let (mut entity, form) = of(last);
    let over = lexicon.name(*last).to.is_some_and(|to| day.is_some_and(|day| day > to));
    if entity.kind == Some(Kind::Person) && over {
        entity.sector = Some(FORMER);
    }
    Some((entity, form))
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

/// The role that ends at this token: its longest entry within `first..=at`.
fn role_ending<'a>(words: &Words<'_, 'a>, first: usize, at: usize) -> Option<(usize, Entity<'a>)> {
    for start in first..at {
        let found = words.phrases(start).find(|(item, end)| *end == at + 1 && item.role.is_some());
        if let Some((item, _)) = found {
            return item.role.map(|(role, _)| (start, role_entity(words.lexicon, role)));
        }
    }
    let (role, _) = words.items[at]?.role?;
    Some((at, role_entity(words.lexicon, role)))
}

fn role_entity(lexicon: &Lexicon, role: u32) -> Entity<'_> {
    let role = lexicon.role(role);
    Entity { name: None, kind: Some(role.kind), country: None, sector: role.sector.as_deref() }
}

/// What is known of the noun group in tokens `first..last` with this head. A role takes country and sector from the
/// names and adjectives around it ("Pakistani security analyst", "Russian forces"); the head's own name comes first.
pub fn describe<'a>(words: &Words<'_, 'a>, first: usize, head: usize, day: Option<Date>) -> Entity<'a> {
    let mut about = Entity::default();
    let mut named: Option<Entity> = None;
    let mut at = first;
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
            let event = words.items[head].is_some_and(|item| !item.nouns.is_empty());
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
