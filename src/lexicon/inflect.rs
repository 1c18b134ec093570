//! The forms of verbs and nouns, by rule; irregular ones come from the lexicons' tables.

use super::Ready;
use super::hash::exact_hash;
use super::item::form;
use super::table::{self, Cells};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Writes a regular form of a word.
type Rule = fn(&str, &mut String);

/// The irregular forms that the lexicons name: cells of their tables, by the lemma's hash.
#[derive(Default)]
pub(super) struct Inflector<'t> {
    /// Third person, past, participle and *ing* form. An empty cell is regular.
    verbs: HashMap<u64, [&'t str; 4], BuildHasherDefault<Ready>>,
    /// `None`: the plural is the singular.
    nouns: HashMap<u64, Option<&'t str>, BuildHasherDefault<Ready>>,
}

impl<'t> Inflector<'t> {
    /// Takes an irregular verb.
    pub fn add_verb(&mut self, cells: &Cells<'t>) {
        self.verbs.insert(exact_hash(cells.cell(0)), [1, 2, 3, 4].map(|column| cells.cell(column)));
    }

    /// Takes an irregular noun.
    pub fn add_noun(&mut self, cells: &Cells<'t>) {
        let plurals = cells.values(1).next().map(|_| cells.cell(1));
        self.nouns.insert(exact_hash(cells.cell(0)), plurals);
    }

    /// Gives all inflected forms of a verb to `each`, written into `buffer`, with their bits of [`form`]. Prefixed verbs
    /// ("re-elect") go by themselves.
    pub fn verb(&self, lemma: &str, buffer: &mut String, mut each: impl FnMut(&str, u8)) {
        const FORMS: [(u8, Rule); 4] =
            [(form::THIRD, add_s), (form::PAST, add_ed), (form::PARTICIPLE, add_ed), (form::ING, add_ing)];
        let irregular = self.verbs.get(&exact_hash(lemma)).copied().unwrap_or_default();
        for (cell, (bits, rule)) in irregular.into_iter().zip(FORMS) {
            let mut forms = table::values(cell).peekable();
            if forms.peek().is_none() {
                buffer.clear();
                rule(lemma, buffer);
                each(buffer, bits);
            }
            forms.for_each(|form| each(form, bits));
        }
    }

    /// Gives the plurals of a noun of one or more words to `each`, written into `buffer`: the last word inflects.
    pub fn plurals(&self, noun: &str, buffer: &mut String, mut each: impl FnMut(&str)) {
        let at = noun.bytes().rposition(|byte| byte == b' ' || byte == b'-').map_or(0, |at| at + 1);
        let (before, last) = noun.split_at(at);
        let mut write = |form: &dyn Fn(&mut String)| {
            buffer.clear();
            buffer.push_str(before);
            form(buffer);
            each(buffer);
        };
        match self.nouns.get(&exact_hash(last)) {
            Some(Some(forms)) => table::values(forms).for_each(|form| write(&|out| out.push_str(form))),
            Some(None) => write(&|out| out.push_str(last)),
            None => write(&|out| plural(last, out)),
        }
    }
}

/// Appends the parts.
fn put(out: &mut String, parts: [&str; 2]) {
    parts.into_iter().for_each(|part| out.push_str(part));
}

fn is_vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter.to_ascii_lowercase())
}

fn ends_in_consonant_y(word: &str) -> bool {
    matches!(word.as_bytes(), [.., before, b'y'] if !is_vowel(*before))
}

fn hisses(word: &str) -> bool {
    matches!(word.as_bytes(), [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'])
}

/// One vowel group, then one consonant that doubles: "stop", "ban", but not "look", "fix", "show".
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let [.., before, vowel, last] = bytes else { return false };
    let qu = *before == b'u' && bytes.len() > 3 && bytes[bytes.len() - 4] == b'q';
    is_vowel(*vowel)
        && !is_vowel(*last)
        && !b"wxy".contains(last)
        && (!is_vowel(*before) || qu)
        && bytes.windows(2).filter(|pair| is_vowel(pair[0]) && !is_vowel(pair[1])).count() == 1
}

/// The word without its last letter, which is one of ASCII.
fn stem(word: &str) -> &str {
    &word[..word.len() - 1]
}

/// The word's last letter, which is one of ASCII.
fn last(word: &str) -> &str {
    &word[word.len() - 1..]
}

fn add_s(word: &str, out: &mut String) {
    if ends_in_consonant_y(word) {
        put(out, [stem(word), "ies"]);
    } else if hisses(word) || word.ends_with('o') {
        put(out, [word, "es"]);
    } else {
        put(out, [word, "s"]);
    }
}

fn add_ed(word: &str, out: &mut String) {
    if word.ends_with('e') {
        put(out, [word, "d"]);
    } else if ends_in_consonant_y(word) {
        put(out, [stem(word), "ied"]);
    } else if doubles(word) {
        put(out, [word, last(word)]);
        out.push_str("ed");
    } else {
        put(out, [word, "ed"]);
    }
}

fn add_ing(word: &str, out: &mut String) {
    if let Some(stem) = word.strip_suffix("ie") {
        put(out, [stem, "ying"]);
    } else if word.ends_with('e') && !["ee", "oe", "ye"].iter().any(|ending| word.ends_with(ending)) && word.len() > 2 {
        put(out, [stem(word), "ing"]);
    } else if doubles(word) {
        put(out, [word, last(word)]);
        out.push_str("ing");
    } else {
        put(out, [word, "ing"]);
    }
}

fn plural(word: &str, out: &mut String) {
    for (singular, many) in [("man", "men"), ("woman", "women"), ("child", "children")] {
        if let Some(stem) = word.strip_suffix(singular) {
            return put(out, [stem, many]);
        }
    }
    if ends_in_consonant_y(word) {
        put(out, [stem(word), "ies"]);
    } else if hisses(word) {
        put(out, [word, "es"]);
    } else {
        put(out, [word, "s"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs() {
        let forms = |lemma: &str| {
            let mut forms = Vec::new();
            Inflector::default().verb(lemma, &mut String::new(), |text, bits| {
                if bits != form::PARTICIPLE {
                    forms.push(text.to_string());
                }
            });
            forms.join(" ")
        };
        for (lemma, expected) in [
            ("attack", "attacks attacked attacking"),
            ("ban", "bans banned banning"),
            ("accuse", "accuses accused accusing"),
            ("carry", "carries carried carrying"),
            ("deploy", "deploys deployed deploying"),
            ("die", "dies died dying"),
            ("free", "frees freed freeing"),
            ("clash", "clashes clashed clashing"),
            ("veto", "vetoes vetoed vetoing"),
            ("rob", "robs robbed robbing"),
            ("shell", "shells shelled shelling"),
            ("raid", "raids raided raiding"),
            ("visit", "visits visited visiting"),
            ("quiz", "quizes quizzed quizzing"),
        ] {
            assert_eq!(forms(lemma), expected);
        }
    }

    #[test]
    fn plurals() {
        let inflector = Inflector::default();
        for (noun, expected) in [
            ("gunman", "gunmen"),
            ("policewoman", "policewomen"),
            ("militia", "militias"),
            ("city", "cities"),
            ("clash", "clashes"),
            ("police officer", "police officers"),
            ("schoolchild", "schoolchildren"),
        ] {
            let mut plurals = Vec::new();
            inflector.plurals(noun, &mut String::new(), |plural| plurals.push(plural.to_string()));
            assert_eq!(plurals, [expected]);
        }
    }
}
