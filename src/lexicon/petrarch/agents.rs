//! Agents: common nouns for actors, with their role.

use super::lines::{codes, lines, phrase};
use super::report::{DictionaryFile, Place, Quirk};
use std::collections::HashMap;

/// A common noun for an actor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agent {
    /// With blanks for underscores, in the singular; each word of a set gives an agent of its own.
    pub phrase: Box<str>,
    /// Whether it may be more than one: a plural form.
    pub plural: bool,
    /// The code without its `~`, in capitals: "GOVMIL".
    pub code: Box<str>,
    pub(super) place: Place,
}

/// Appends the agents of a file, which is the one with index `place`.
pub(super) fn read(text: &str, place: usize, file: &mut DictionaryFile, agents: &mut Vec<Agent>) {
    let mut sets: HashMap<Box<str>, Vec<Box<str>>> = HashMap::new();
    lines(text, file, |file, line, text| {
        if text.contains('!')
            && let Some((name, words)) = text.split_once('=')
        {
            match name.trim().strip_prefix('!').and_then(|name| name.strip_suffix('!')) {
                Some(name) => {
                    file.lines.sets += 1;
                    let words = words.split(',').map(str::trim).filter(|word| !word.is_empty());
                    sets.insert(name.into(), words.map(Into::into).collect());
                }
                None => {
                    file.lines.unused += 1;
                    file.find(line, Quirk::NoSet, text);
                }
            }
            return;
        }
        match agent(text, Place { file: place, line }, file, &sets, agents) {
            Some(()) => file.lines.phrases += 1,
            None => file.lines.unused += 1,
        }
    });
}

/// Reads "PHRASE {PLURAL} [~CODE]".
fn agent(
    text: &str,
    place: Place,
    file: &mut DictionaryFile,
    sets: &HashMap<Box<str>, Vec<Box<str>>>,
    agents: &mut Vec<Agent>,
) -> Option<()> {
    let line = place.line;
    let mut code = None;
    let before = codes(text, file, line, |_, inside| code = code.or(Some(inside)));
    let Some(code) = code.filter(|code| !code.trim_matches('~').trim().is_empty()) else {
        file.find(line, Quirk::NoCode, text);
        return None;
    };
    if !code.starts_with('~') && !code.ends_with('~') {
        file.find(line, Quirk::NoTilde, code);
    }
    let code = code.trim_matches('~').trim().to_uppercase();
    let mut add = |phrase: String, plural| {
        agents.push(Agent { phrase: phrase.into(), plural, code: code.as_str().into(), place });
    };
    let (singular, plural) = match before.split_once('{') {
        Some((singular, rest)) => {
            let Some((plural, _)) = rest.split_once('}') else {
                file.find(line, Quirk::Bracket, text);
                return None;
            };
            (singular, Some(plural))
        }
        None => (before, None),
    };
    if let Some((start, rest)) = singular.split_once('!') {
        let set = rest.split_once('!').and_then(|(name, end)| Some((sets.get(name)?, end)));
        let Some((words, end)) = set else {
            file.find(line, Quirk::NoSet, text);
            return None;
        };
        for word in words {
            // What is plural in a set is not told.
            add(phrase(&format!("{start}{word}{end}"), file, line)?, false);
        }
        return Some(());
    }
    let singular = phrase(singular, file, line)?;
    let plural = match plural {
        Some(plural) if plural.trim().is_empty() => None,
        Some(plural) => Some(phrase(plural, file, line)?),
        None => Some(regular_plural(&singular)),
    };
    add(singular, false);
    if let Some(plural) = plural {
        add(plural, true);
    }
    Some(())
}

/// As PETRARCH has it: IES for Y, ES behind S, else S.
fn regular_plural(singular: &str) -> String {
    match singular.as_bytes() {
        [.., b'Y' | b'y'] => format!("{}IES", &singular[..singular.len() - 1]),
        [.., b'S' | b's'] => format!("{singular}ES"),
        _ => format!("{singular}S"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::petrarch::DictionaryKind;
    use std::path::Path;

    #[test]
    fn plurals_and_sets() {
        let text = "!PERSON! = MAN, MEN, PERSON\nCOUNTRY_PARTY [~PTY]\nBOSS [~BUS]\nPOLICE {} [~COP]\n\
                    ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]\nCONGRESS!PERSON! [~LEG]\nX!Y! [~LEG]\nMSF {} [NGO~]\nNOBODY\n";
        let mut file = DictionaryFile::new(Path::new("x.agents"), DictionaryKind::Agents);
        let mut agents = Vec::new();
        read(text, 0, &mut file, &mut agents);
        let shown: Vec<String> = agents.iter().map(|agent| format!("{}:{}", agent.phrase, agent.code)).collect();
        assert_eq!(
            shown.join(" "),
            "COUNTRY PARTY:PTY COUNTRY PARTIES:PTY BOSS:BUS BOSSES:BUS POLICE:COP ATTORNEY GENERAL:GOV \
             ATTORNEYS GENERAL:GOV CONGRESSMAN:LEG CONGRESSMEN:LEG CONGRESSPERSON:LEG MSF:NGO"
        );
        assert_eq!((file.lines.phrases, file.lines.sets, file.lines.unused), (6, 1, 2));
        let quirks: Vec<_> = file.findings.iter().map(|finding| (finding.line, finding.quirk)).collect();
        assert_eq!(quirks, [(7, Quirk::NoSet), (9, Quirk::NoCode)]);
    }
}
