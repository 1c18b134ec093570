//! Actors: phrases, their synonyms, and what they are coded as, by period.

use super::lines::{codes, lines, phrase};
use super::report::{DictionaryFile, Place, Quirk};
use jiff::civil::Date;

/// A phrase of an actor.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// With blanks for underscores.
    pub text: Box<str>,
    /// A later actor has the same phrase, and has it alone.
    pub replaced: bool,
    pub(super) place: Place,
}

/// An actor, with all its phrases.
#[derive(Clone, Debug)]
pub struct Actor {
    /// The primary phrase first; the others are synonyms.
    pub phrases: Vec<Phrase>,
    /// In the order of the file. Of those for a period the first one that holds counts, else the last one without.
    pub codes: Vec<DatedCode>,
}

/// What an actor is coded as, always or in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedCode {
    /// In capitals: "AFGGOV". `---` says that it is not coded.
    pub code: Box<str>,
    /// The first day; `None` is open.
    pub from: Option<Date>,
    /// The last day; `None` is open.
    pub to: Option<Date>,
}

impl DatedCode {
    /// Whether it is for a period only.
    pub fn is_dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }
}

/// Appends the actors of a file, which is the one with index `place`.
pub(super) fn read(text: &str, place: usize, file: &mut DictionaryFile, actors: &mut Vec<Actor>) {
    let first = actors.len();
    lines(text, file, |file, line, text| {
        let mut found = Vec::new();
        let words = codes(text, file, line, |file, inside| found.extend(dated_code(inside, file, line))).trim();
        file.codes += found.len();
        file.dated_codes += found.iter().filter(|code| code.is_dated()).count();
        let current = actors[first..].last_mut();
        let phrase = |words: &str, file: &mut DictionaryFile| {
            let text = phrase(words, file, line)?.into();
            Some(Phrase { text, replaced: false, place: Place { file: place, line } })
        };
        match (words, words.strip_prefix('+'), current) {
            ("", _, Some(actor)) => {
                file.lines.codes += 1;
                actor.codes.extend(found);
            }
            (_, Some(synonym), Some(actor)) => {
                if !found.is_empty() {
                    file.find(line, Quirk::SynonymCode, text);
                    actor.codes.extend(found);
                }
                match phrase(synonym, file) {
                    Some(synonym) => {
                        file.lines.synonyms += 1;
                        actor.phrases.push(synonym);
                    }
                    None => file.lines.unused += 1,
                }
            }
            ("", _, None) | (_, Some(_), None) => {
                file.lines.unused += 1;
                file.find(line, Quirk::NoPhrase, text);
            }
            (words, None, _) => match phrase(words, file) {
                Some(primary) => {
                    file.lines.phrases += 1;
                    actors.push(Actor { phrases: vec![primary], codes: found });
                }
                None => file.lines.unused += 1,
            },
        }
    });
    for actor in actors[first..].iter().filter(|actor| actor.codes.is_empty()) {
        let primary = &actor.phrases[0];
        file.find(primary.place.line, Quirk::NoActorCode, &primary.text);
    }
}

/// "AFGGOV", "AFGGOV 20011222-20140929", "USR <911226", "HRVGOV > 000218".
fn dated_code(inside: &str, file: &mut DictionaryFile, line: usize) -> Option<DatedCode> {
    let (code, period) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    if code.is_empty() {
        file.find(line, Quirk::NoCode, inside);
        return None;
    }
    let threes = code.len().is_multiple_of(3) && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !threes && code != NO_CODE {
        file.find(line, Quirk::NotThrees, code);
    }
    let code = code.to_uppercase().into();
    let period = period.trim();
    let mut day = |text: &str| day(text, file, line);
    let (from, to) = if let Some(last) = period.strip_prefix('<') {
        (None, Some(day(last)?))
    } else if let Some(first) = period.strip_prefix('>') {
        (Some(day(first)?), None)
    } else if let Some((first, last)) = period.split_once('-') {
        (Some(day(first)?), Some(day(last)?))
    } else if period.is_empty() {
        (None, None)
    } else {
        let from = day(period)?;
        file.find(line, Quirk::BareDate, inside);
        (Some(from), None)
    };
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        file.find(line, Quirk::Reversed, inside);
        return None;
    }
    Some(DatedCode { code, from, to })
}

/// The code of an actor that is not to be coded.
pub(super) const NO_CODE: &str = "---";

/// Reads YYYYMMDD or YYMMDD. As in PETRARCH, what has more than seven digits is a date of eight, and two digits up to 30
/// are a year of this century.
fn day(text: &str, file: &mut DictionaryFile, line: usize) -> Option<Date> {
    let digits = text.trim();
    let read = || {
        let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
        let long = digits.len() > 7;
        let year = match (long, number(0, if long { 4 } else { 2 })?) {
            (true, year) => year,
            (false, year @ ..=30) => 2000 + year,
            (false, year) => 1900 + year,
        };
        let rest = if long { 4 } else { 2 };
        let part = |from: usize| number(from, from + 2).and_then(|part| i8::try_from(part).ok());
        Date::new(year, part(rest)?, part(rest + 2)?).ok()
    };
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let date = all_digits.then(read).flatten();
    match date {
        None => file.find(line, Quirk::NoDate, text),
        Some(_) if !matches!(digits.len(), 6 | 8) => file.find(line, Quirk::LongDate, text),
        Some(_) => {}
    }
    date
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::petrarch::DictionaryKind;
    use jiff::civil::date;
    use std::path::Path;

    fn read_one(text: &str) -> (Option<DatedCode>, Vec<Quirk>) {
        let mut file = DictionaryFile::new(Path::new("x.actors"), DictionaryKind::Actors);
        let code = dated_code(text, &mut file, 1);
        (code, file.findings.iter().map(|finding| finding.quirk).collect())
    }

    #[test]
    fn periods() {
        let period = |text| read_one(text).0.map(|code| (code.from, code.to));
        let day = |year, month, day| Some(date(year, month, day));
        assert_eq!(period("AFGGOV"), Some((None, None)));
        assert_eq!(period("AFGGOV 870715-19941122"), Some((day(1987, 7, 15), day(1994, 11, 22))));
        assert_eq!(period("USR <911226"), Some((None, day(1991, 12, 26))));
        assert_eq!(period("HOB < 950601 "), Some((None, day(1995, 6, 1))));
        assert_eq!(period("HOB > 300816"), Some((day(2030, 8, 16), None)));
        assert_eq!(period("HOB >310816"), Some((day(1931, 8, 16), None)));
        assert_eq!(read_one("EGYGOV 20121207-20120802"), (None, vec![Quirk::Reversed]));
        assert_eq!(read_one("EGYGOV 20120230-20120802"), (None, vec![Quirk::NoDate]));
        assert_eq!(read_one("EGYGOV >yesterday"), (None, vec![Quirk::NoDate]));
        assert_eq!(period("GBRGOV >201005011"), Some((day(2010, 5, 1), None)));
        assert_eq!(read_one("GBRGOV >201005011").1, [Quirk::LongDate]);
        assert_eq!(read_one("MNEGOV 20121204").1, [Quirk::BareDate]);
        assert_eq!(read_one("pse").0.unwrap().code.as_ref(), "PSE");
    }
}
