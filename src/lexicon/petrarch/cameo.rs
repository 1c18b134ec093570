//! CAMEO actor codes: groups of three letters that say country, role, and more.

use crate::lexicon::name::Kind;
use crate::lexicon::table::Table;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What the groups mean, besides countries.
const TABLE: &str = include_str!("../../../lexicons/cameo-actors.tsv");

/// What a code says in the terms of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Meaning<'l> {
    /// ISO 3166 alpha-3.
    pub country: Option<&'l str>,
    /// PLOVER sector.
    pub sector: Option<&'l str>,
    pub kind: Option<Kind>,
    /// Whether the first group is known.
    pub known: bool,
}

/// One group of letters.
#[derive(Clone, Copy)]
struct Group {
    country: Option<&'static str>,
    sector: Option<&'static str>,
    kind: Option<Kind>,
    /// A country may stand behind it: where an organisation sits.
    seat: bool,
    /// The sector counts only where no other group gives one.
    weak: bool,
}

pub(super) struct Codes<'l> {
    groups: HashMap<&'static str, Group>,
    countries: HashSet<&'l str>,
}

impl<'l> Codes<'l> {
    /// With these ISO 3166 codes.
    pub fn new(countries: impl Iterator<Item = &'l str>) -> Codes<'l> {
        let mut groups = HashMap::new();
        let filled = |cell: &'static str| (!cell.is_empty()).then_some(cell);
        if let Some(table) = Table::open(Path::new("lexicons/cameo-actors.tsv"), TABLE, &mut Vec::new()) {
            table.read(&mut Vec::new(), |_, cells| {
                let group = Group {
                    country: filled(cells.cell(2)),
                    sector: filled(cells.cell(3)),
                    kind: Kind::from_name(cells.cell(4)),
                    seat: !cells.cell(5).is_empty(),
                    weak: !cells.cell(6).is_empty(),
                };
                groups.insert(cells.cell(0), group);
            });
        }
        Codes { groups, countries: countries.collect() }
    }

    /// What an actor's code says. The first group is a country if it is one of ISO 3166; then the first group with a
    /// sector gives that. `NGOUSA` has the country where the organisation sits.
    pub fn actor(&self, code: &'l str) -> Meaning<'l> {
        let first = code.get(..3).unwrap_or_default();
        let state = |group: &'l str| {
            let iso = self.countries.get(group).copied();
            iso.or_else(|| self.groups.get(group)?.country)
        };
        if let Some(country) = state(first) {
            return Meaning { country: Some(country), known: true, ..self.agent(&code[3..]) };
        }
        let meaning = self.agent(code);
        let seat = self.groups.get(first).is_some_and(|group| group.seat);
        let country = seat.then(|| code.get(3..6).and_then(state)).flatten();
        Meaning { country, known: self.groups.contains_key(first), ..meaning }
    }

    /// What an agent's code says.
    pub fn agent(&self, code: &str) -> Meaning<'l> {
        let groups = (0..code.len() / 3).filter_map(|at| self.groups.get(code.get(3 * at..3 * at + 3)?));
        let telling = groups.filter(|group| group.sector.is_some()).min_by_key(|group| group.weak);
        let (sector, kind) = telling.map_or((None, None), |group| (group.sector, group.kind));
        Meaning { country: None, sector, kind, known: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        let codes = Codes::new(["AFG", "USA", "MUS", "PSE", "GBR"].into_iter());
        let says = |code| {
            let Meaning { country, sector, .. } = codes.actor(code);
            (country.unwrap_or("-"), sector.unwrap_or("-"))
        };
        assert_eq!(says("AFG"), ("AFG", "-"));
        assert_eq!(says("AFGGOVMIL"), ("AFG", "GOV"));
        assert_eq!(says("PSEREBHMS"), ("PSE", "REB"));
        assert_eq!(says("PSEHMSGOV"), ("PSE", "GOV"));
        assert_eq!(says("GBRFLK"), ("GBR", "-"));
        assert_eq!(says("MUSGOV"), ("MUS", "GOV"));
        assert_eq!(says("IMGMUSALQ"), ("-", "REB"));
        assert_eq!(says("NGOUSAEDU"), ("USA", "NGO"));
        assert_eq!(says("IGOUNOAFG"), ("-", "IGO"));
        assert_eq!(says("USRGOV"), ("SUN", "GOV"));
        assert_eq!(says("ELI"), ("-", "ELI"));
        assert_eq!(says("KKLREB"), ("-", "REB"));
        assert!(!codes.actor("KKLREB").known && codes.actor("SASREB").known);
        assert_eq!(codes.agent("MUSUAF").sector, Some("REB"));
    }
}
