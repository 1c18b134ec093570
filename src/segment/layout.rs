//! Lines to units: a unit is what no sentence crosses, be it a paragraph on one line, a paragraph wrapped over many, a
//! sentence on a line of its own, or a headline.

use super::LetterCase;

/// A stretch of the text without white space around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub start: u32,
    pub end: u32,
    pub opens_paragraph: bool,
}

/// Wrapped text is no wider than this, in bytes.
const WIDEST_WRAP: usize = 120;
/// Nor narrower than this.
const NARROWEST_WRAP: usize = 30;
/// A line that goes on in small letters on the next must be at least this long.
const LONG_LINE: usize = 40;

#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    start: usize,
    end: usize,
    /// A blank line, or the start of the text, is before it.
    after_blank: bool,
}

impl Line {
    fn length(&self) -> usize {
        self.end - self.start
    }
}

/// Finds the units of `text`; `lines` is room to work in.
pub(super) fn find_units(text: &str, case: LetterCase, lines: &mut Vec<Line>, units: &mut Vec<Unit>) {
    find_lines(text, lines);
    let blanks = lines.iter().skip(1).any(|line| line.after_blank);
    let width = wrap_width(text, lines);
    units.clear();
    for (index, line) in lines.iter().enumerate() {
        let joined = index > 0 && !line.after_blank && goes_on(text, &lines[index - 1], line, width, case);
        match units.last_mut() {
            Some(unit) if joined => unit.end = line.end as u32,
            _ => units.push(Unit {
                start: line.start as u32,
                end: line.end as u32,
                opens_paragraph: line.after_blank || !blanks,
            }),
        }
    }
}

/// The lines that are not blank, without the white space around them.
fn find_lines(text: &str, lines: &mut Vec<Line>) {
    lines.clear();
    let mut start = 0;
    let mut after_blank = true;
    while start < text.len() {
        let end = memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |found| start + found);
        let content = text[start..end].trim_start();
        if content.is_empty() {
            after_blank = true;
        } else {
            lines.push(Line {
                start: end - content.len(),
                end: end - content.len() + content.trim_end().len(),
                after_blank,
            });
            after_blank = false;
        }
        start = end + 1;
    }
}

/// The width at which the text is wrapped, if it is: then the next line's first word would not have fitted on most
/// lines that have a line below them.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let width = lines.iter().map(Line::length).max()?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let pairs = || lines.windows(2).filter(|pair| !pair[1].after_blank);
    let full = pairs().filter(|pair| is_full(text, &pair[0], &pair[1], width)).count();
    let all = pairs().count();
    (all >= 2 && full * 10 >= all * 6).then_some(width)
}

/// Whether the first word of `next` would have made `line` wider than `width`.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let content = &text.as_bytes()[next.start..next.end];
    let word = content.iter().position(|byte| *byte == b' ').unwrap_or(content.len());
    // Curly quotes and dashes make a line of the same width longer in bytes.
    line.length() + 1 + word + 4 > width
}

/// Whether a sentence may go on from `line` to `next`, the line right below it.
fn goes_on(text: &str, line: &Line, next: &Line, width: Option<usize>, case: LetterCase) -> bool {
    let small = text[next.start..next.end].starts_with(char::is_lowercase);
    if let Some(width) = width {
        return is_full(text, line, next, width) || (small && line.length() * 2 > width);
    }
    let open = !text[line.start..line.end].ends_with(['.', '!', '?', ':', ';', '"', '”', ')', '…']);
    small && open && case == LetterCase::Mixed && line.length() >= LONG_LINE
}
