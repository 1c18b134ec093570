//! The analysis of a sentence in lines to read.

use super::sentence::Sentence;
use std::fmt::Write;

impl Sentence<'_, '_> {
    /// Appends tokens with tags, units, clauses and times of the sentence.
    pub fn describe(&self, out: &mut String) {
        let words = &self.words;
        for at in 0..words.len() {
            let _ = write!(out, "{}/{} ", words.word(at), words.tag(at).name());
        }
        out.push('\n');
        for unit in self.units {
            let _ = write!(out, "[{:?} {}] ", unit.kind, words.slice(unit.start(), unit.end()));
        }
        out.push('\n');
        let name = |unit: Option<usize>| unit.map_or("-", |at| words.word(self.units[at].head()));
        for (number, clause) in self.clauses.iter().enumerate() {
            let verb = &self.units[clause.verb];
            let _ = writeln!(
                out,
                "  {number} {:?} {} ({:?}{}) subject {} gap {} parent {:?} shares {:?} reach {}..{}",
                clause.kind,
                words.slice(verb.start(), verb.end()),
                verb.verb.form,
                if verb.verb.passive { ", passive" } else { "" },
                name(clause.subject),
                name(clause.gap),
                clause.parent,
                clause.shares,
                clause.start,
                clause.end
            );
        }
        for time in self.times {
            let _ = writeln!(out, "  time {} = {}", words.slice(time.tokens.0, time.tokens.1), time.value);
        }
        for quantity in self.quantities {
            let _ = writeln!(out, "  count {} = {}", words.slice(quantity.tokens.0, quantity.tokens.1), quantity.value);
        }
    }
}
