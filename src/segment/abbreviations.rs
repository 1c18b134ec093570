//! Words that keep their full stop, and when that stop also ends a sentence.

use super::word_map::WordMap;

/// What kind of abbreviation a word is; see `lexicons/README.md` for what each class may do at the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbbreviationClass {
    /// "Gen.", "Prof.": before a name.
    Title,
    /// "Wm.", "Chas.": a first name.
    Given,
    /// "Jan.", "Sept.".
    Month,
    /// "Fri.".
    Day,
    /// "Calif.", "Mass.".
    State,
    /// "Inc.", "Ltd.".
    Company,
    /// "U.S.", "U.K.", and any other acronym with stops.
    Country,
    /// "ft.", "kg.".
    Unit,
    /// "e.g.", "vs.".
    Latin,
    /// "No.", "p.": before a number.
    Number,
    /// "Ave.", "St.".
    Street,
    /// "a.m.", "p.m.".
    Time,
    /// "Ph.D.", "Jr.".
    Degree,
}

impl AbbreviationClass {
    /// The class of that name in `lexicons/abbreviations.tsv`.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "given" => Self::Given,
            "month" => Self::Month,
            "day" => Self::Day,
            "state" => Self::State,
            "company" => Self::Company,
            "country" => Self::Country,
            "unit" => Self::Unit,
            "latin" => Self::Latin,
            "number" => Self::Number,
            "street" => Self::Street,
            "time" => Self::Time,
            "degree" => Self::Degree,
            _ => return None,
        })
    }
}

/// The abbreviations the segmenter knows.
#[derive(Clone, Debug, Default)]
pub struct Abbreviations {
    words: WordMap<AbbreviationClass>,
}

impl Abbreviations {
    /// Builds the set from `(word, class)` pairs; a word may be given with or without its last stop, a class by its
    /// name in the lexicon. Pairs of an unknown class are left out; of two pairs for a word the later wins.
    pub fn from_entries<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        Self {
            words: WordMap::from_entries(entries.filter_map(|(word, class)| {
                let class = AbbreviationClass::from_name(class)?;
                Some((word.strip_suffix('.').unwrap_or(word), class))
            })),
        }
    }

    /// The class of `word`, given without its last stop.
    ///
    /// A word may have more capitals than the lexicon ("INC." for "Inc.", "Co." for "co."), but not fewer, so that
    /// "ill." is not "Ill."; only where `any_case` says that the text has no capitals, fewer will do.
    pub fn class(&self, word: &[u8], any_case: bool) -> Option<AbbreviationClass> {
        let exact = self.words.get(word);
        if exact.is_some() {
            return exact;
        }
        let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        if capitals == 0 && any_case {
            return self.words.get_title(word).or_else(|| self.words.get_upper(word));
        }
        let title = (capitals > 1).then(|| self.words.get_title(word)).flatten();
        title.or_else(|| (capitals > 0).then(|| self.words.get_lower(word)).flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lexicons_capitals_are_required_in_the_text() {
        let entries = [("Ill.", "state"), ("co", "company"), ("Sec.", "title"), ("sec.", "unit"), ("x", "?")];
        let set = Abbreviations::from_entries(entries.into_iter());
        assert_eq!(set.class(b"Ill", false), Some(AbbreviationClass::State));
        assert_eq!(set.class(b"ILL", false), Some(AbbreviationClass::State));
        assert_eq!(set.class(b"ill", false), None);
        assert_eq!(set.class(b"ill", true), Some(AbbreviationClass::State));
        assert_eq!(set.class(b"CO", false), Some(AbbreviationClass::Company));
        assert_eq!(set.class(b"Sec", false), Some(AbbreviationClass::Title));
        assert_eq!(set.class(b"sec", true), Some(AbbreviationClass::Unit));
        assert_eq!(set.class(b"x", true), None);
    }
}
