//! One article from one JSON object.

use super::{Fields, ReadOptions, Reason, iso_date};
use crate::Article;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Reads one line. `name` makes the id of a record that has none.
///
/// The strings are borrowed from the line but for those with escapes. Of a key that comes twice the last one counts.
/// On error, the record's id comes with it, if that was read.
pub(super) fn parse<'a>(
    line: &'a str,
    options: &ReadOptions,
    name: impl FnOnce() -> String,
) -> Result<Article<'a>, (Option<String>, Reason)> {
    let fields = &options.fields;
    let mut deserializer = serde_json::Deserializer::from_str(line);
    let found = Seed(fields)
        .deserialize(&mut deserializer)
        .and_then(|found| deserializer.end().map(|()| found))
        .map_err(|error| (None, not_json(&error)))?;
    let id = match found.id {
        Value::Text(id) if !id.trim().is_empty() => Some(id),
        Value::Number(id) => Some(Cow::Owned(id)),
        _ => None,
    };
    let known = id.as_deref().map(str::to_string);
    let rest = || -> Result<_, Reason> {
        let text = string(found.text, &fields.text)?.ok_or_else(|| Reason::NoField(fields.text.clone()))?;
        let published = match found.date {
            Some((which, date)) => published(date, &fields.date[which])?,
            None => None,
        };
        let (source, title) = (label(found.source, &fields.source)?, label(found.title, &fields.title)?);
        Ok((text, published.or(options.date), source, title))
    };
    match rest() {
        Ok((text, published, source, title)) => {
            Ok(Article { id: id.unwrap_or_else(|| Cow::Owned(name())), published, source, title, text })
        }
        Err(reason) => Err((known, reason)),
    }
}

/// The message without serde_json's line, which is always 1 here.
fn not_json(error: &serde_json::Error) -> Reason {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    Reason::NotJson(match message.strip_suffix(&place) {
        Some(message) if error.column() == 0 => message.to_string(),
        Some(message) => format!("{message} at column {}", error.column()),
        None => message,
    })
}

fn string<'a>(value: Value<'a>, field: &str) -> Result<Option<Cow<'a, str>>, Reason> {
    match value {
        Value::Null => Ok(None),
        Value::Text(text) => Ok(Some(text)),
        Value::Number(_) => Err(Reason::NotAString { field: field.to_string(), found: "a number" }),
        Value::Other(found) => Err(Reason::NotAString { field: field.to_string(), found }),
    }
}

/// A source or a title: it may be a number.
fn label<'a>(value: Value<'a>, field: &str) -> Result<Option<Cow<'a, str>>, Reason> {
    if let Value::Number(number) = value { Ok(Some(Cow::Owned(number))) } else { string(value, field) }
}

fn published(value: Value<'_>, field: &str) -> Result<Option<jiff::civil::Date>, Reason> {
    let value = match value {
        // Databases write 20240322 as a number.
        Value::Number(number) => Cow::Owned(number),
        other => string(other, field)?.unwrap_or_default(),
    };
    if value.trim().is_empty() {
        return Ok(None);
    }
    let error = || Reason::NoDate { field: field.to_string(), value: value.chars().take(40).collect() };
    iso_date(&value).map(Some).ok_or_else(error)
}

/// The line with escapes of half a surrogate pair (`\ud83d` alone) replaced by `\ufffd`, and how many there were.
/// Scrapers cut texts in the middle of an emoji; JSON knows no such character, and the rest of the record is sound.
pub(super) fn mend_surrogates(line: &str) -> Option<(String, u64)> {
    let bytes = line.as_bytes();
    let unit = |at: usize| -> Option<u16> {
        let escape = line.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(escape, 16).ok()
    };
    let (mut mended, mut from, mut at, mut count) = (String::new(), 0, 0, 0);
    while at < bytes.len() {
        let step = match unit(at) {
            Some(0xD800..=0xDBFF) if matches!(unit(at + 6), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                mended.push_str(&line[from..at]);
                mended.push_str("\\ufffd");
                from = at + 6;
                count += 1;
                6
            }
            Some(_) => 6,
            // Any other escape: its second character opens none.
            None if bytes[at] == b'\\' => 2,
            None => 1,
        };
        at += step;
    }
    mended.push_str(&line[from..]);
    (count > 0).then_some((mended, count))
}

/// The values of the fields that were asked for.
#[derive(Default)]
struct Found<'a> {
    id: Value<'a>,
    source: Value<'a>,
    title: Value<'a>,
    text: Value<'a>,
    /// With the index of its name in [`Fields::date`].
    date: Option<(usize, Value<'a>)>,
}

struct Seed<'f>(&'f Fields);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Found<'de>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found<'de>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Found<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found<'de>, A::Error> {
        let mut found = Found::default();
        while let Some(wanted) = map.next_key_seed(Key(self.0))? {
            if wanted == Wanted::default() {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            let value: Value<'de> = map.next_value()?;
            // One field may be asked for under two names: a title that serves as the id.
            for (wanted, slot) in [
                (wanted.id, &mut found.id),
                (wanted.source, &mut found.source),
                (wanted.title, &mut found.title),
                (wanted.text, &mut found.text),
            ] {
                if wanted {
                    *slot = value.clone();
                }
            }
            if let Some(which) = wanted.date
                && !matches!(value, Value::Null)
                && found.date.as_ref().is_none_or(|(before, _)| which <= *before)
            {
                found.date = Some((which, value));
            }
        }
        Ok(found)
    }
}

/// What a key is wanted for.
#[derive(Clone, Copy, Default, PartialEq)]
struct Wanted {
    id: bool,
    source: bool,
    title: bool,
    text: bool,
    date: Option<usize>,
}

struct Key<'f>(&'f Fields);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Wanted;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Wanted, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Wanted;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Wanted, E> {
        let fields = self.0;
        Ok(Wanted {
            id: key == fields.id,
            source: key == fields.source,
            title: key == fields.title,
            text: key == fields.text,
            date: fields.date.iter().position(|name| name == key),
        })
    }
}

#[derive(Clone, Default)]
enum Value<'a> {
    #[default]
    Null,
    Text(Cow<'a, str>),
    Number(String),
    /// The name of its kind.
    Other(&'static str),
}

impl<'de> serde::Deserialize<'de> for Value<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value<'de>, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }
    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Null)
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_string())))
    }
    fn visit_string<E>(self, text: String) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text)))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.to_string()))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.to_string()))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Value<'de>, E> {
        Ok(Value::Number(number.to_string()))
    }
    fn visit_bool<E>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other("true or false"))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an array"))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an object"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn read<'a>(line: &'a str, options: &ReadOptions) -> Result<Article<'a>, String> {
        parse(line, options, || "file.jsonl:7".to_string()).map_err(|(id, reason)| format!("{id:?} {reason}"))
    }

    #[test]
    fn all_fields() {
        let line =
            r#"{"id":"a","date":"2024-03-22T10:00Z","x":{"id":"no"},"source":"AP","title":null,"text":"He \"left\"."}"#;
        let article = read(line, &ReadOptions::default()).unwrap();
        assert_eq!((&*article.id, &*article.text), ("a", "He \"left\"."));
        assert_eq!(article.published, Some(date(2024, 3, 22)));
        assert_eq!((article.source.as_deref(), article.title), (Some("AP"), None));
        assert!(matches!(article.id, Cow::Borrowed(_)));
    }

    #[test]
    fn ids_dates_and_names_of_fields() {
        let options = ReadOptions { date: Some(date(2000, 1, 1)), ..ReadOptions::default() };
        let id = |line| read(line, &options).unwrap().id.into_owned();
        assert_eq!(id(r#"{"text":"x"}"#), "file.jsonl:7");
        assert_eq!(id(r#"{"id":"","text":"x"}"#), "file.jsonl:7");
        assert_eq!(id(r#"{"id":12,"text":"x"}"#), "12");
        let day = |line| read(line, &options).unwrap().published.unwrap();
        assert_eq!(day(r#"{"text":"x","date":""}"#), date(2000, 1, 1));
        assert_eq!(day(r#"{"text":"x","published":"2024-03-22","date":"2024-03-21"}"#), date(2024, 3, 21));
        assert_eq!(day(r#"{"text":"x","published":"2024-03-22","date":null}"#), date(2024, 3, 22));
        assert_eq!(day(r#"{"text":"x","date":20240322}"#), date(2024, 3, 22));
        let name = |n: &str| n.to_string();
        let fields = Fields { id: name("title"), text: name("body"), ..Fields::default() };
        let options = ReadOptions { fields, ..ReadOptions::default() };
        let article = read(r#"{"title":"t","body":"b"}"#, &options).unwrap();
        assert_eq!((&*article.id, article.title.as_deref(), &*article.text), ("t", Some("t"), "b"));
    }

    #[test]
    fn errors_name_the_field() {
        let error = |line| read(line, &ReadOptions::default()).unwrap_err();
        assert_eq!(error(r#"{"id":"a"}"#), r#"Some("a") no field "text""#);
        assert_eq!(error(r#"{"text":null}"#), r#"None no field "text""#);
        assert_eq!(error(r#"{"text":["x"]}"#), r#"None field "text" is an array, not a string"#);
        assert_eq!(error(r#"{"text":"x","date":"soon"}"#), r#"None field "date" holds no ISO date: "soon""#);
        assert_eq!(error("{not json}"), "None not JSON: key must be a string at column 2");
        assert!(error("[1]").contains("expected an object"));
        assert!(error(r#"{"text":"x"} {"#).contains("trailing characters"));
        assert!(error(r#"{"text":"x"#).contains("EOF"));
    }

    #[test]
    fn of_a_key_twice_the_last() {
        let article = read(r#"{"text":"a","text":"b"}"#, &ReadOptions::default()).unwrap();
        assert_eq!(article.text, "b");
    }

    #[test]
    fn half_surrogates() {
        assert_eq!(mend_surrogates(r"a \ud83d b \udc00"), Some((r"a \ufffd b \ufffd".to_string(), 2)));
        assert_eq!(mend_surrogates(r"\ud83d\ude00 \\ud83d é"), None);
    }
}
