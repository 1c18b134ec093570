//! `whodid lexicon`: what is wrong in the lexicons, what they know of a word or name, how much there is.

use super::arguments::{LexiconCommand, UserLexicons};
use super::run::Outcome;
use super::say;
use anyhow::Result;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::{self, Write};
use whodid::lexicon::petrarch::{Dictionaries, DictionaryFile};
use whodid::lexicon::{self, Code, Item, Lexicon, LexiconFile, NameForm, Period, Sense, Source, Standing};

pub fn run(command: LexiconCommand) -> Result<Outcome> {
    let out = &mut io::BufWriter::new(io::stdout().lock());
    let outcome = match command {
        LexiconCommand::Check { user } => check(&user, out),
        LexiconCommand::Find { name, date, user } => find(&name, date, &user, out),
        LexiconCommand::Stats { user } => statistics(&user, out),
    };
    outcome.and_then(|outcome| Ok(out.flush().map(|()| outcome)?))
}

fn check(user: &UserLexicons, out: &mut impl Write) -> Result<Outcome> {
    let files = LexiconFile::with_folders(&user.folders)?;
    let mut findings = lexicon::check(&files);
    let mut dictionaries = Dictionaries::read(&user.dictionaries)?;
    if !dictionaries.files.is_empty() {
        Lexicon::from_files(&files).0.add_petrarch(&mut dictionaries);
        findings.extend(dictionaries.errors());
    }
    for finding in &findings {
        writeln!(out, "{finding}")?;
    }
    say(format_args!("{} files checked, {} findings", files.len() + dictionaries.files.len(), findings.len()));
    Ok(if findings.is_empty() { Outcome::AllRead } else { Outcome::SomeFailed })
}

/// Lines of `where: entry`, under a line that says what the word is.
fn find(text: &str, day: Option<Date>, user: &UserLexicons, out: &mut impl Write) -> Result<Outcome> {
    let mut files = LexiconFile::with_folders(&user.folders)?;
    let (mut lexicon, _) = Lexicon::from_files(&files);
    let mut dictionaries = Dictionaries::read(&user.dictionaries)?;
    lexicon.add_petrarch(&mut dictionaries);
    for DictionaryFile { path, .. } in &dictionaries.files {
        let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned().into();
        files.push(LexiconFile { path: path.clone(), text, layer: u8::MAX });
    }
    let found = Found { lexicon: &lexicon, files: &files, text, day };
    let item = lexicon.find(text);
    let mut count = 0;
    if let Some(item) = item {
        count += found.names(item, out)? + found.role(item, out)? + found.classes(item, out)?;
    }
    count += found.actions(out)?;
    if count == 0 {
        say(format_args!("{text:?} is in no lexicon"));
        return Ok(Outcome::SomeFailed);
    }
    Ok(Outcome::AllRead)
}

struct Found<'a> {
    lexicon: &'a Lexicon,
    files: &'a [LexiconFile],
    text: &'a str,
    day: Option<Date>,
}

/// The code, or a dash.
fn code(code: Option<&Code>) -> &str {
    code.map_or("-", Code::as_str)
}

impl Found<'_> {
    /// The file, the line and the cells of an entry.
    fn entry(&self, out: &mut impl Write, source: Source) -> io::Result<()> {
        let file = &self.files[usize::from(source.file)];
        let line = file.text.lines().nth(source.line as usize - 1).unwrap_or_default();
        writeln!(out, "  {}:{}: {}", file.path.display(), source.line, line.trim_end().replace('\t', " · "))
    }

    /// The name it is on the day and why, then all that it can be.
    fn names(&self, item: &Item, out: &mut impl Write) -> io::Result<usize> {
        let fit = || item.names.iter().copied().filter(|name| name.fits_case(self.text, true));
        let Some(meaning) = self.lexicon.meaning(fit(), self.day) else { return Ok(0) };
        let on = self.day.map_or("without a date".to_string(), |day| format!("on {day}"));
        let form = match meaning.form {
            NameForm::Proper => "the name",
            NameForm::Adjective => "an adjective",
            NameForm::People => "its people",
            NameForm::Capital => "its capital",
        };
        let why = match meaning.standing {
            Standing::Within => "its period holds",
            Standing::Past => "its last period is over",
            Standing::Future => "its first period is yet to come",
        };
        let (country, sector) = (code(meaning.country()), code(meaning.sector()));
        let (name, kind) = (&meaning.name.text, meaning.name.kind.name());
        writeln!(out, "{} {on}: {kind} {name} ({form}), country {country}, sector {sector}; {why}", self.text)?;
        self.entry(out, meaning.period.source)?;
        let chosen = meaning.period.source;
        let others = || fit().flat_map(|name| self.lexicon.periods(self.lexicon.name(name)));
        let others: Vec<&Period> = others().filter(|period| period.source != chosen).collect();
        if !others.is_empty() {
            writeln!(out, "{} on other days, or as another name:", self.text)?;
            others.iter().try_for_each(|period| self.entry(out, period.source))?;
        }
        Ok(1)
    }

    fn role(&self, item: &Item, out: &mut impl Write) -> io::Result<usize> {
        let Some((role, plural)) = item.role else { return Ok(0) };
        let role = self.lexicon.role(role);
        let (kind, sector) = (role.kind.name(), code(role.sector.as_ref()));
        let number = if plural { "plural" } else { "singular" };
        writeln!(out, "{}: role {}, {number}, {kind}, sector {sector}", self.text, role.lemma)?;
        self.entry(out, role.source)?;
        Ok(1)
    }

    fn classes(&self, item: &Item, out: &mut impl Write) -> io::Result<usize> {
        let words: Vec<&str> = self.lexicon.word_classes(item.classes).collect();
        let nouns: Vec<&str> = self.lexicon.noun_classes(item.noun_classes).collect();
        for class in &words {
            let value =
                item.value(self.lexicon.class(class)).map_or(String::new(), |value| format!(", value {value:?}"));
            writeln!(out, "{}: word of the class {class}{value}", self.text)?;
        }
        for class in &nouns {
            writeln!(out, "{}: noun of the class @{class}", self.text)?;
        }
        Ok(words.len() + nouns.len())
    }

    /// The senses in the order in which they are tried: all those of a word, or those of an idiom.
    fn actions(&self, out: &mut impl Write) -> io::Result<usize> {
        let idiom = self.text.contains(' ');
        let heads = self.text.split(' ').filter_map(|word| self.lexicon.find(word));
        let mut groups: Vec<u32> = Vec::new();
        for head in heads.flat_map(|item| item.verbs.iter().chain(&item.nouns).chain(&item.adjectives)) {
            let fits = |sense: &Sense| !idiom || *sense.lemma == *self.text;
            if groups.contains(&head.group) || !self.lexicon.senses(*head).any(fits) {
                continue;
            }
            if groups.is_empty() {
                writeln!(out, "{}: action; the first sense whose words and conditions hold is taken", self.text)?;
            }
            groups.push(head.group);
            for sense in self.lexicon.senses(*head).filter(|sense| fits(sense)) {
                self.entry(out, sense.source)?;
            }
        }
        Ok(groups.len())
    }
}

fn statistics(user: &UserLexicons, out: &mut impl Write) -> Result<Outcome> {
    let files = lexicon::statistics(&LexiconFile::with_folders(&user.folders)?);
    writeln!(out, "{:<40} {:<12} {:>7} {:>7} {:>7} {:>7}", "file", "kind", "entries", "forms", "dated", "undated")?;
    let mut kinds: BTreeMap<&str, (usize, BTreeMap<&str, usize>)> = BTreeMap::new();
    for file in &files {
        let (path, kind, entries, dated) = (file.path.display().to_string(), file.kind, file.entries, file.dated);
        writeln!(out, "{path:<40} {kind:<12} {entries:>7} {:>7} {dated:>7} {:>7}", file.forms, entries - dated)?;
        let (all, by) = kinds.entry(kind).or_default();
        *all += entries;
        file.by.iter().for_each(|(what, count)| *by.entry(what).or_default() += count);
    }
    writeln!(out)?;
    for (kind, (all, by)) in &kinds {
        let mut by: Vec<_> = by.iter().collect();
        by.sort_by_key(|(what, count)| (std::cmp::Reverse(**count), **what));
        let list: Vec<String> =
            by.iter().map(|(what, count)| format!("{} {count}", if what.is_empty() { "-" } else { what })).collect();
        writeln!(out, "{kind}: {all}{}{}", if list.is_empty() { "" } else { ": " }, list.join(", "))?;
    }
    for file in &Dictionaries::read(&user.dictionaries)?.files {
        writeln!(out, "{file}")?;
    }
    Ok(Outcome::AllRead)
}
