//! CAMEO actor codes: groups of three letters that say country, role, and more.

use crate::lexicon::LexiconFile;
use crate::lexicon::name::{Code, Kind};
use crate::lexicon::table::Table;
use std::collections::{HashMap, HashSet};

/// What the groups mean, besides countries.
const TABLE: &str = include_str!("../../../lexicons/cameo-actors.tsv");

/// What a code says in the terms of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Coding {
    /// ISO 3166 alpha-3.
    pub country: Option<Code>,
    /// PLOVER sector.
    pub sector: Option<Code>,
    pub kind: Option<Kind>,
    /// Whether the first group is known.
    pub known: bool,
}

/// One group of letters.
#[derive(Clone, Copy)]
struct Group {
    country: Option<Code>,
    sector: Option<Code>,
    kind: Option<Kind>,
    /// A country may stand behind it: where an organisation sits.
    seat: bool,
    /// The sector counts only where no other group gives one.
    weak: bool,
}

pub(super) struct Codes {
    groups: HashMap<Code, Group>,
    countries: HashSet<Code>,
}

impl Codes {
    /// With these ISO 3166 codes.
    pub fn new(countries: impl Iterator<Item = Code>) -> Codes {
        let file = LexiconFile { path: "lexicons/cameo-actors.tsv".into(), text: TABLE.into(), layer: 0 };
        let mut groups = HashMap::new();
        let mut errors = Vec::new();
        if let Some(table) = Table::open(&file, 0, &mut errors) {
            table.read(&mut errors, |row| {
                let cells = row.cells();
                let group = Group {
                    country: Code::parse(cells.cell(2)),
                    sector: Code::parse(cells.cell(3)),
                    kind: Kind::from_name(cells.cell(4)),
                    seat: !cells.cell(5).is_empty(),
                    weak: !cells.cell(6).is_empty(),
                };
                groups.extend(Code::parse(cells.cell(0)).map(|code| (code, group)));
            });
        }
        debug_assert!(errors.is_empty(), "{errors:?}");
        Codes { groups, countries: countries.collect() }
    }

    /// What an actor's code says. The first group is a country if it is one of ISO 3166; then the first group with a
    /// sector gives that. `NGOUSA` has the country where the organisation sits.
    pub fn actor(&self, code: &str) -> Coding {
        let group = |at: usize| Code::parse(code.get(at..at + 3)?);
        let state = |group: Code| match self.countries.get(&group) {
            Some(country) => Some(*country),
            None => self.groups.get(&group)?.country,
        };
        let Some(first) = group(0) else { return Coding::default() };
        if let Some(country) = state(first) {
            return Coding { country: Some(country), ..self.agent(&code[3..]) };
        }
        let seat = self.groups.get(&first).is_some_and(|group| group.seat);
        let country = if seat { group(3).and_then(state) } else { None };
        Coding { country, known: self.groups.contains_key(&first), ..self.agent(code) }
    }

    /// What an agent's code says.
    pub fn agent(&self, code: &str) -> Coding {
        let groups = (0..code.len() / 3).filter_map(|at| self.groups.get(&Code::parse(code.get(3 * at..3 * at + 3)?)?));
        let telling = groups.filter(|group| group.sector.is_some()).min_by_key(|group| group.weak);
        let (sector, kind) = telling.map_or((None, None), |group| (group.sector, group.kind));
        Coding { country: None, sector, kind, known: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        let codes = Codes::new(["AFG", "USA", "MUS", "PSE", "GBR"].into_iter().filter_map(Code::parse));
        let says = |code| {
            let Coding { country, sector, .. } = codes.actor(code);
            let shown = |code: Option<Code>| code.map_or("-".to_string(), |code| code.as_str().to_string());
            (shown(country), shown(sector))
        };
        assert_eq!(says("AFG"), ("AFG".into(), "-".into()));
        assert_eq!(says("AFGGOVMIL"), ("AFG".into(), "GOV".into()));
        assert_eq!(says("PSEREBHMS"), ("PSE".into(), "REB".into()));
        assert_eq!(says("PSEHMSGOV"), ("PSE".into(), "GOV".into()));
        assert_eq!(says("GBRFLK"), ("GBR".into(), "-".into()));
        assert_eq!(says("MUSGOV"), ("MUS".into(), "GOV".into()));
        assert_eq!(says("IMGMUSALQ"), ("-".into(), "REB".into()));
        assert_eq!(says("NGOUSAEDU"), ("USA".into(), "NGO".into()));
        assert_eq!(says("IGOUNOAFG"), ("-".into(), "IGO".into()));
        assert_eq!(says("USRGOV"), ("SUN".into(), "GOV".into()));
        assert_eq!(says("ELI"), ("-".into(), "ELI".into()));
        assert_eq!(says("KKLREB"), ("-".into(), "REB".into()));
        assert!(!codes.actor("KKLREB").known && codes.actor("SASREB").known);
        assert_eq!(codes.agent("MUSUAF").sector, Code::parse("REB"));
    }
}
