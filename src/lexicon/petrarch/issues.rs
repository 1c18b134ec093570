//! Issues: what a sentence is about, by phrases.

use super::lines::{codes, lines, phrase};
use super::phrases::PhraseIndex;
use super::report::{DictionaryFile, Quirk};
use crate::lexicon::Lexicon;
use crate::segment::Segments;

/// A phrase of an issue, or one that takes the issues of its section back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// All its forms: `n:` gives the plural, `v:` the forms of a verb, `+` a blank and a hyphen.
    pub forms: Vec<Box<str>>,
    /// The CATEGORY of its section; empty outside of any.
    pub category: Box<str>,
    pub meaning: IssueMeaning,
}

/// What a phrase of the list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueMeaning {
    /// The sentence is about this.
    Code(Box<str>),
    /// `~`: the sentence is about nothing of the section.
    NotSentence,
    /// `~~`: the article is about nothing of the section.
    NotArticle,
}

/// Appends the issues of a file.
pub(super) fn read(text: &str, file: &mut DictionaryFile, issues: &mut Vec<Issue>) {
    let mut category: Option<Box<str>> = None;
    lines(text, file, |file, line, text| {
        if text.starts_with('<') {
            let opens = !text.starts_with("</");
            if category.is_some() == opens {
                file.find(line, Quirk::Tag, text);
            }
            category = opens.then(|| attribute(text, "CATEGORY").into());
            file.lines.tags += 1;
            return;
        }
        let mut code = None;
        let before = codes(text, file, line, |_, inside| code = code.or(Some(inside)));
        let (words, meaning) = match (before.strip_prefix("~~"), before.strip_prefix('~'), code) {
            (Some(words), _, _) => (words, IssueMeaning::NotArticle),
            (_, Some(words), _) => (words, IssueMeaning::NotSentence),
            (_, _, Some(code)) if !code.is_empty() => (before, IssueMeaning::Code(code.into())),
            _ => {
                file.lines.unused += 1;
                return file.find(line, Quirk::NoCode, text);
            }
        };
        let forms: Option<Vec<Box<str>>> =
            forms(words).iter().map(|form| phrase(form, file, line).map(Into::into)).collect();
        let Some(forms) = forms else {
            file.lines.unused += 1;
            return;
        };
        if category.is_none() {
            file.find(line, Quirk::NoCategory, text);
        }
        match meaning {
            IssueMeaning::Code(_) => file.lines.phrases += 1,
            _ => file.lines.exclusions += 1,
        }
        issues.push(Issue { forms, category: category.clone().unwrap_or_default(), meaning });
    });
}

/// The value of `NAME="…"` in a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    tag.split_once(name).and_then(|(_, rest)| rest.split('"').nth(1)).unwrap_or_default()
}

/// The forms of a phrase: each word in all its forms, one with `+` parted by a blank and by a hyphen.
fn forms(words: &str) -> Vec<String> {
    let mut forms = vec![String::new()];
    for word in words.split_whitespace() {
        let ways: Vec<String> = word_forms(word)
            .into_iter()
            .flat_map(|way| match way.contains('+') {
                true => vec![way.replace('+', " "), way.replace('+', "-")],
                false => vec![way],
            })
            .collect();
        forms = forms.iter().flat_map(|form| ways.iter().map(move |way| format!("{form} {way}"))).collect();
    }
    forms
}

/// The forms that `n:` or `v:` asks for, which may stand behind a `+`: "pre+n:school".
fn word_forms(word: &str) -> Vec<String> {
    if let Some((start, stem)) = word.rsplit_once(':')
        && let Some(mark @ ('n' | 'N' | 'v' | 'V')) = start.chars().next_back()
        && let before = &start[..start.len() - 1]
        && (before.is_empty() || before.ends_with('+'))
    {
        let forms = if matches!(mark, 'n' | 'N') { vec![stem.to_string(), plural(stem)] } else { verb_forms(stem) };
        return forms.iter().map(|form| format!("{before}{form}")).collect();
    }
    vec![word.to_string()]
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix(['y', 'Y']) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

fn verb_forms(verb: &str) -> Vec<String> {
    let stem = verb.strip_suffix(['e', 'E']).unwrap_or(verb);
    vec![verb.to_string(), format!("{verb}s"), format!("{stem}ed"), format!("{stem}ing")]
}

/// Issues to be looked for.
#[derive(Debug, Default)]
pub struct IssueList {
    /// The values are indices of `meanings`.
    phrases: PhraseIndex<u32>,
    meanings: Vec<(Box<str>, IssueMeaning)>,
}

/// An issue in a sentence: tokens `first..last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IssueMatch<'l> {
    pub first: usize,
    pub last: usize,
    pub category: &'l str,
    pub code: &'l str,
}

impl IssueList {
    /// A list of these issues, by the tokens that the lexicon's segmenter finds.
    pub(super) fn new(issues: &[Issue], lexicon: &Lexicon) -> IssueList {
        let mut list = IssueList::default();
        let mut segments = Segments::default();
        for Issue { forms, category, meaning } in issues {
            let number = list.meanings.len() as u32;
            list.meanings.push((category.clone(), meaning.clone()));
            forms.iter().for_each(|form| list.phrases.add(form, number, lexicon, &mut segments));
        }
        list
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.meanings.is_empty()
    }

    /// Appends the categories that a sentence with these words' hashes takes back for the whole article.
    pub fn excluded<'l>(&'l self, hashes: &[u64], out: &mut Vec<&'l str>) {
        out.extend(self.all(hashes).filter(|(.., meaning)| **meaning == IssueMeaning::NotArticle).map(|found| found.2));
    }

    /// Appends the issues of a sentence with these words' hashes, but for those of categories that it takes back, or that
    /// are in `excluded`.
    pub fn find<'l>(&'l self, hashes: &[u64], excluded: &[&str], out: &mut Vec<IssueMatch<'l>>) {
        let start = out.len();
        out.extend(self.all(hashes).filter_map(|(first, last, category, meaning)| match meaning {
            IssueMeaning::Code(code) if !excluded.contains(&category) => {
                Some(IssueMatch { first, last, category, code })
            }
            _ => None,
        }));
        if out.len() > start {
            let back = |category: &str| {
                let mut found = self.all(hashes);
                found.any(|(_, _, of, meaning)| of == category && *meaning == IssueMeaning::NotSentence)
            };
            let mut at = 0;
            out.retain(|found| {
                at += 1;
                at <= start || !back(found.category)
            });
        }
    }

    fn all<'l>(&'l self, hashes: &[u64]) -> impl Iterator<Item = (usize, usize, &'l str, &'l IssueMeaning)> {
        self.phrases.find(hashes).map(|(first, last, number)| {
            let (category, meaning) = &self.meanings[number as usize];
            (first, last, &**category, meaning)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_forms() {
        let all = |text| forms(text).iter().map(|form| form.trim().to_string()).collect::<Vec<_>>().join(",");
        assert_eq!(all("n:atrocity"), "atrocity,atrocities");
        assert_eq!(all("ethnic v:purge"), "ethnic purge,ethnic purges,ethnic purged,ethnic purging");
        assert_eq!(all("pre+n:school"), "pre school,pre-school,pre schools,pre-schools");
        assert_eq!(all("al+zarqawi network"), "al zarqawi network,al-zarqawi network");
        assert_eq!(all("n:crime against humanity"), "crime against humanity,crimes against humanity");
        assert_eq!(all("law school"), "law school");
    }
}
