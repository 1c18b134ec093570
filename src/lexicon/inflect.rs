//! The forms of verbs and nouns, by rule; irregular ones come from the lexicons' tables.

use std::collections::HashMap;

/// The four inflected forms of a verb; each may have variants.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct VerbForms {
    pub third: Vec<String>,
    pub past: Vec<String>,
    pub participle: Vec<String>,
    pub ing: Vec<String>,
}

/// The irregular forms that the lexicons name.
#[derive(Default)]
pub(super) struct Inflector {
    pub verbs: HashMap<String, VerbForms>,
    pub nouns: HashMap<String, Vec<String>>,
}

impl Inflector {
    /// All forms of a verb. Prefixed verbs ("re-elect") go by themselves; only the first word of a phrase inflects.
    pub fn verb(&self, lemma: &str) -> VerbForms {
        let irregular = self.verbs.get(lemma).cloned().unwrap_or_default();
        let or = |forms: Vec<String>, rule: fn(&str) -> String| {
            if forms.is_empty() { vec![rule(lemma)] } else { forms }
        };
        VerbForms {
            third: or(irregular.third, add_s),
            past: or(irregular.past, add_ed),
            participle: or(irregular.participle, add_ed),
            ing: or(irregular.ing, add_ing),
        }
    }

    /// The plurals of a noun of one or more words: the last word inflects.
    pub fn plurals(&self, noun: &str) -> Vec<String> {
        let (before, last) = match noun.rfind([' ', '-']) {
            Some(at) => noun.split_at(at + 1),
            None => ("", noun),
        };
        let forms = match self.nouns.get(last) {
            Some(forms) => forms.clone(),
            None => vec![plural(last)],
        };
        forms.into_iter().map(|form| format!("{before}{form}")).collect()
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter.to_ascii_lowercase())
}

fn ends_in_consonant_y(word: &str) -> bool {
    matches!(word.as_bytes(), [.., before, b'y'] if !is_vowel(*before))
}

fn hisses(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"].iter().any(|ending| word.ends_with(ending))
}

/// One vowel group, then one consonant that doubles: "stop", "ban", but not "look", "fix", "show".
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let [.., before, vowel, last] = bytes else { return false };
    let vowels = bytes.windows(2).filter(|pair| is_vowel(pair[0]) && !is_vowel(pair[1])).count();
    let qu = *before == b'u' && bytes.len() > 3 && bytes[bytes.len() - 4] == b'q';
    is_vowel(*vowel) && !is_vowel(*last) && !b"wxy".contains(last) && (!is_vowel(*before) || qu) && vowels == 1
}

fn add_s(word: &str) -> String {
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if hisses(word) || word.ends_with('o') {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn add_ed(word: &str) -> String {
    if word.ends_with('e') {
        format!("{word}d")
    } else if ends_in_consonant_y(word) {
        format!("{}ied", &word[..word.len() - 1])
    } else if doubles(word) {
        format!("{word}{}ed", &word[word.len() - 1..])
    } else {
        format!("{word}ed")
    }
}

fn add_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        format!("{stem}ying")
    } else if word.ends_with('e') && !["ee", "oe", "ye"].iter().any(|ending| word.ends_with(ending)) && word.len() > 2 {
        format!("{}ing", &word[..word.len() - 1])
    } else if doubles(word) {
        format!("{word}{}ing", &word[word.len() - 1..])
    } else {
        format!("{word}ing")
    }
}

fn plural(word: &str) -> String {
    for (singular, many) in [("man", "men"), ("woman", "women"), ("child", "children")] {
        if let Some(stem) = word.strip_suffix(singular) {
            return format!("{stem}{many}");
        }
    }
    if ends_in_consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if hisses(word) {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_verbs() {
        let forms = |lemma: &str| {
            let f = Inflector::default().verb(lemma);
            [f.third, f.past, f.ing].map(|mut form| form.remove(0)).join(" ")
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
            assert_eq!(inflector.plurals(noun), [expected]);
        }
    }
}
