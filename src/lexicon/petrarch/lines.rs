//! The lines of a dictionary without their comments, and the phrases and codes in them.

use super::report::{DictionaryFile, Quirk};
use std::borrow::Cow;

/// Gives the lines that say something to `each`, without comments and white space around them, with their numbers from 1;
/// the others are counted.
///
/// A comment is what stands behind `#` or, as in TABARI, `;`, and what stands in `<!-- … -->`, over several lines or not. A
/// line that starts with `<!` is one.
pub(super) fn lines(text: &str, file: &mut DictionaryFile, mut each: impl FnMut(&mut DictionaryFile, usize, &str)) {
    let mut open = false;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        if line.trim().is_empty() {
            file.lines.blank += 1;
            continue;
        }
        let kept = without_comments(line, &mut open);
        match kept.trim() {
            "" => file.lines.comments += 1,
            kept => each(file, at + 1, kept),
        }
    }
}

/// The line without its comments. `open` says whether one goes on from the line before, or to the next.
fn without_comments<'t>(line: &'t str, open: &mut bool) -> Cow<'t, str> {
    let mut line = Cow::Borrowed(line);
    if *open {
        match line.split_once("-->") {
            Some((_, rest)) => (*open, line) = (false, Cow::Owned(rest.to_string())),
            None => return Cow::Borrowed(""),
        }
    }
    while let Some((before, rest)) = line.split_once("<!--") {
        match rest.split_once("-->") {
            Some((_, after)) => line = Cow::Owned(format!("{before}{after}")),
            None => (*open, line) = (true, Cow::Owned(before.to_string())),
        }
    }
    if line.starts_with("<!") {
        return Cow::Borrowed("");
    }
    match line.find(['#', ';']) {
        Some(mark) => Cow::Owned(line[..mark].to_string()),
        None => line,
    }
}

/// A phrase as it stands in a text: blanks for underscores. `None` where it has neither letter nor figure.
pub(super) fn phrase(text: &str, file: &mut DictionaryFile, line: usize) -> Option<String> {
    if text.contains('†') {
        // A no-break space of the Macintosh, read as Latin-1.
        file.find(line, Quirk::Blank, text);
    }
    let mut phrase = String::with_capacity(text.len());
    for word in text.split(|c: char| c == '_' || c == '†' || c.is_whitespace()).filter(|word| !word.is_empty()) {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word);
    }
    if phrase.contains(|c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER) {
        file.find(line, Quirk::Character, &phrase);
    }
    if !phrase.contains(char::is_alphanumeric) {
        file.find(line, Quirk::NoLetters, text);
        return None;
    }
    Some(phrase)
}

/// Parts a line before its first code; gives what stands in each pair of brackets to `each`.
pub(super) fn codes<'t>(
    text: &'t str,
    file: &mut DictionaryFile,
    line: usize,
    mut each: impl FnMut(&mut DictionaryFile, &'t str),
) -> &'t str {
    let Some((before, mut rest)) = text.split_once('[') else {
        if text.contains(']') {
            file.find(line, Quirk::Bracket, text);
        }
        return text;
    };
    loop {
        // "[~ENV}" of a slip of the finger.
        let Some(end) = rest.find([']', '}', '[']) else {
            file.find(line, Quirk::Bracket, text);
            each(file, rest.trim());
            return before;
        };
        if !rest[end..].starts_with(']') {
            file.find(line, Quirk::Bracket, text);
        }
        each(file, rest[..end].trim());
        let behind = &rest[end + 1..];
        let Some((between, next)) = behind.split_once('[') else {
            if !behind.trim().is_empty() {
                file.find(line, Quirk::BehindCode, text);
            }
            return before;
        };
        if !between.trim().is_empty() {
            file.find(line, Quirk::BehindCode, text);
        }
        rest = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::petrarch::DictionaryKind;
    use std::path::Path;

    #[test]
    fn comments() {
        let text = "# c\nA [B] # c\n<!-- one\nB\n--> C [D]\n\nE <!-- x --> [F] ; c\n<! -- x -->\nG\n";
        let mut file = DictionaryFile::new(Path::new("x.actors"), DictionaryKind::Actors);
        let mut kept = Vec::new();
        lines(text, &mut file, |_, number, line| kept.push((number, line.to_string())));
        let expected = [(2, "A [B]"), (5, "C [D]"), (7, "E  [F]"), (9, "G")];
        assert_eq!(kept, expected.map(|(number, line)| (number, line.to_string())));
        assert_eq!((file.lines.comments, file.lines.blank), (4, 1));
    }
}
