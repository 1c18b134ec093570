//! The publication day: from a field, a dateline or a file name.

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

/// The day at the beginning of an ISO 8601 date or date and time: "2024-03-22", "2024-03-22T20:15:00Z", "20240322".
pub fn iso_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let (format, length) = if text.as_bytes().get(4) == Some(&b'-') { ("%Y-%m-%d", 10) } else { ("%Y%m%d", 8) };
    let day = text.get(..length)?;
    let digits = |c: char| c.is_ascii_digit() || c == '-';
    if !day.chars().all(digits) || text[length..].starts_with(|c: char| !matches!(c, 'T' | 't' | ' ')) {
        return None;
    }
    Date::strptime(format, day).ok()
}

/// The first ISO day in a file name: "floods-2022-09-02" → 2022-09-02.
pub(super) fn file_name_date(stem: &str) -> Option<Date> {
    let bytes = stem.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len().saturating_sub(9)).find_map(|start| {
        let alone = (start == 0 || !digit(start - 1)) && !digit(start + 10);
        alone.then(|| stem.get(start..start + 10).filter(|day| day.is_ascii())).flatten().and_then(iso_date)
    })
}

/// How a day with its year is written in datelines.
const WRITTEN: [&str; 6] = ["%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d"];

/// The day in a text's dateline ("LONDON, March 5, 2021 (Reuters) - …"), if it has one and that gives the year.
///
/// A dateline opens one of the first lines with a word in capitals and ends in a dash; it is sought in no more than
/// the first lines, so that a date told in the story is not taken for that of the story.
pub(super) fn dateline_date(text: &str) -> Option<Date> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(8).find_map(|line| {
        let place = line.split([' ', ',']).next()?;
        if place.len() < 2 || place.chars().any(char::is_lowercase) || !place.contains(char::is_alphabetic) {
            return None;
        }
        let end = [" - ", " -- ", "—", "–"].iter().filter_map(|dash| line.find(dash)).min()?;
        // A dateline is short: the place, the day, the agency.
        if end > 80 {
            return None;
        }
        let words = line[..end].char_indices().filter(|&(at, c)| c.is_alphanumeric() && starts_word(line, at));
        words.map(|(at, _)| &line[at..end]).find_map(written_date)
    })
}

fn starts_word(line: &str, at: usize) -> bool {
    !line[..at].ends_with(char::is_alphanumeric)
}

fn written_date(text: &str) -> Option<Date> {
    WRITTEN.iter().find_map(|format| {
        let (time, used) = BrokenDownTime::parse_prefix(format, text).ok()?;
        let whole = !text[used..].starts_with(|c: char| c.is_ascii_digit());
        time.to_date().ok().filter(|day| whole && day.year() >= 1000)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn iso_dates_and_the_beginning_of_times() {
        for text in ["2024-03-22", "2024-03-22T20:15:00Z", " 2024-03-22 20:15", "20240322", "20240322T201500"] {
            assert_eq!(iso_date(text), Some(date(2024, 3, 22)), "{text}");
        }
        for text in ["", "2024", "2024-03", "2024-02-30", "22/03/2024", "2024-03-221", "March 22, 2024", "２024-03-22"]
        {
            assert_eq!(iso_date(text), None, "{text}");
        }
    }

    #[test]
    fn file_names() {
        assert_eq!(file_name_date("bombing-2022-11-05"), Some(date(2022, 11, 5)));
        assert_eq!(file_name_date("2022-11-05_é"), Some(date(2022, 11, 5)));
        assert_eq!(file_name_date("12022-11-05"), None);
        assert_eq!(file_name_date("000_601354975c3094f5"), None);
        assert_eq!(file_name_date("é2022-13-05"), None);
    }

    #[test]
    fn datelines() {
        let day = Some(date(2021, 3, 5));
        for line in [
            "LONDON, March 5, 2021 (Reuters) - Police",
            "Headline\n\nLONDON (AP), Mar 5, 2021 — Police",
            "SAN SALVADOR, 5 MAR 2021 -- [REPORT]",
            "LONDON, Mar. 5, 2021 - Police",
            "LONDON 2021-03-05 - Police",
        ] {
            assert_eq!(dateline_date(line), day, "{line}");
        }
        for line in [
            "WARSAW, Poland (AP) — The group",
            "LONDON, March 5 (Reuters) - Police",
            "Police said on March 5, 2021 - a Friday - that",
            "A man was held on March 5, 2021, police said.",
            "",
        ] {
            assert_eq!(dateline_date(line), None, "{line}");
        }
    }
}
