//! Time expressions: what is found, and what it comes to. One line a case: text, then `expression=value` for each.

use jiff::civil::Date;
use proptest::prelude::*;
use std::sync::LazyLock;
use whodid::lexicon::Lexicon;
use whodid::mention::time::{Anchor, TimeGrammar, TimeKind, Timex};
use whodid::{Extractor, Workspace};

static EXTRACTOR: LazyLock<(Lexicon, Extractor)> = LazyLock::new(|| (Lexicon::built_in(), Extractor::built_in()));

/// The time expressions of a text.
fn find(text: &str, published: Option<&str>) -> Vec<Timex> {
    let (lexicon, extractor) = &*EXTRACTOR;
    let grammar = TimeGrammar::new(lexicon);
    let mut anchor = Anchor::new(published.map(|day| day.parse().expect("a date")));
    let mut found = Vec::new();
    extractor.tagged(text, None, &mut Workspace::default(), |words, _| grammar.find(words, &mut anchor, &mut found));
    found
}

/// `expression=value` for each, joined by `; `.
fn told(text: &str, published: Option<&str>) -> String {
    let found = find(text, published);
    let told = found.iter().map(|time| format!("{}={}", &text[time.start as usize..time.end as usize], time.value));
    told.collect::<Vec<_>>().join("; ")
}

/// Saturday 23 March 2024.
const DAY: Option<&str> = Some("2024-03-23");

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| told(text, DAY) != *expected)
        .map(|(text, expected)| format!("{text}\n   is {}\n  not {expected}", told(text, DAY)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn dates_in_all_orders() {
    check(&[
        ("It was signed on March 7, 2023 in Paris.", "March 7, 2023=2023-03-07"),
        ("It was signed on 7 March 2023.", "7 March 2023=2023-03-07"),
        ("It was signed on the 7th of March 2023.", "the 7th of March 2023=2023-03-07"),
        ("It was signed on Mar. 7.", "Mar. 7=2024-03-07"),
        ("It was signed on Tuesday, March 7, 2023.", "Tuesday, March 7, 2023=2023-03-07"),
        ("It was signed on 2023-03-07.", "2023-03-07=2023-03-07"),
        ("It was signed on 7/3/2023.", "7/3/2023=2023-07-03"),
        ("It was signed on 23/3/2023.", "23/3/2023=2023-03-23"),
        ("It was signed on 07.03.2023.", "07.03.2023=2023-03-07"),
        ("It was signed in March 2023.", "March 2023=2023-03"),
        ("It was signed in early March.", "early March=2024-03"),
        ("It was signed in 1987.", "1987=1987"),
        ("Caesar died in 44 B.C.", "44 B.C.=BC0044"),
        ("He was released in June last year.", "June last year=2023-06"),
    ]);
}

#[test]
fn lists_and_ranges() {
    check(&[
        ("It lasted from 2014 to 2018.", "2014=2014; 2018=2018"),
        ("The war (1914-18) ended.", "1914=1914; 18=1918"),
        ("They met on March 5-9, 2023.", "March 5=2023-03-05; 9, 2023=2023-03-09"),
        ("They met on 22 and 23 March.", "22=2024-03-22; 23 March=2024-03-23"),
        ("They fought in April and June 1955.", "April=1955-04; June 1955=1955-06"),
        ("The revolt (499-493 BC) failed.", "499=BC0499; 493 BC=BC0493"),
    ]);
}

#[test]
fn parts_of_years_and_eras() {
    check(&[
        ("Prices fell in the third quarter of 2008.", "the third quarter of 2008=2008-Q3"),
        ("Prices fell in Q3 2008.", "Q3 2008=2008-Q3"),
        ("Prices fell in the first half of 2008.", "the first half of 2008=2008-H1"),
        ("Protests began in the spring of 2011.", "the spring of 2011=2011-SP"),
        ("It was built in the 1990s.", "the 1990s=199"),
        ("It was built in the late '80s.", "the late '80s=198"),
        ("It was built in the 19th century.", "the 19th century=18"),
        ("It was built in mid-2019.", "mid-2019=2019"),
        ("It was built by the end of 2019.", "the end of 2019=2019"),
        ("The firm grew in fiscal 2019.", "fiscal 2019=2019"),
        ("It happened in the last week of August 2023.", "the last week of August 2023=2023-W35"),
        // The weeks of a year are those of ISO.
        ("It happened in the first week of 2021.", "the first week of 2021=2021-W01"),
        ("It happened in the last week of 2019.", "the last week of 2019=2019-W52"),
    ]);
}

#[test]
fn weekdays_go_with_the_tense() {
    check(&[
        ("The attack on Friday killed 133 people.", "Friday=2024-03-22"),
        ("Ministers will meet on Friday.", "Friday=2024-03-29"),
        ("Talks are scheduled for Monday.", "Monday=2024-03-25"),
        ("The curfew stays until Tuesday.", "Tuesday=2024-03-26"),
        ("He was shot last Tuesday.", "last Tuesday=2024-03-19"),
        ("The vote is next Tuesday.", "next Tuesday=2024-03-26"),
        ("They clashed on Saturday.", "Saturday=2024-03-23"),
        // What is planned stands in the present; a day that lately was is told of all the same.
        ("The trial opens Wednesday in Paris.", "Wednesday=2024-03-27"),
        ("Gunmen kill five on Friday in Paris.", "Friday=2024-03-22"),
        // "Could" and "would" look back to yesterday, or ahead to the day that is near.
        ("He could not be found Friday.", "Friday=2024-03-22"),
        ("They said they would leave on Tuesday.", "Tuesday=2024-03-26"),
        ("They would look for ways around Friday's ruling.", "Friday=2024-03-22"),
        ("They are the first to join the pact on Friday.", "Friday=2024-03-22"),
        ("Until Thursday, they had not called him a suspect.", "Thursday=2024-03-21"),
        ("He was killed on Monday last week.", "Monday last week=2024-03-11"),
        ("They vote on Tuesday of next week.", "Tuesday of next week=2024-03-26"),
    ]);
}

#[test]
fn this_last_next() {
    check(&[
        ("He left yesterday.", "yesterday=2024-03-22"),
        ("He leaves tomorrow.", "tomorrow=2024-03-24"),
        ("It rained last week.", "last week=2024-W11"),
        ("It rained last month.", "last month=2024-02"),
        ("It rained this year.", "this year=2024"),
        ("They vote next month.", "next month=2024-04"),
        ("They voted over the weekend.", "the weekend=2024-W12-WE"),
        ("It was quieter last September.", "last September=2023-09"),
        ("It happened three days ago.", "three days ago=2024-03-20"),
        ("The embassy warned of it two weeks earlier.", "two weeks earlier=2024-W10"),
        ("It happened five months ago.", "five months ago=2023-10"),
        ("It happened a decade ago.", "a decade ago=2014"),
        ("He died two days after Christmas 2020.", "two days after Christmas 2020=2020-12-27"),
        ("He called the day before last Tuesday.", "the day before last Tuesday=2024-03-18"),
        ("He left the day after Christmas 2020.", "the day after Christmas 2020=2020-12-26"),
        ("They warned three weeks before March 22, 2024.", "three weeks before March 22, 2024=2024-W09"),
        ("It was signed on March 5. Two days later it broke.", "March 5=2024-03-05; Two days later=2024-03-07"),
    ]);
}

#[test]
fn times_of_day() {
    check(&[
        ("Gunmen struck on Friday night.", "Friday night=2024-03-22TNI"),
        ("Gunmen struck last night.", "last night=2024-03-22TNI"),
        ("Gunmen struck this morning.", "this morning=2024-03-23TMO"),
        ("He speaks tonight.", "tonight=2024-03-23TNI"),
        ("It began at 10 p.m. Friday.", "10 p.m. Friday=2024-03-22T22:00"),
        ("It began at 9:30.", "9:30=2024-03-23T09:30"),
        ("It began at 1430 GMT and went on.", "1430 GMT=2024-03-23T14:30Z"),
        ("It began on the morning of March 3.", "the morning of March 3=2024-03-03TMO"),
        ("Drones hit the port overnight.", "overnight=2024-03-22TNI"),
        ("He was shot in the early hours of Friday.", "the early hours of Friday=2024-03-22TMO"),
        ("He was shot in the early hours of Friday morning.", "the early hours of Friday morning=2024-03-22TMO"),
    ]);
}

#[test]
fn durations_and_sets() {
    check(&[
        ("He was held for six months.", "six months=P6M"),
        ("They imposed a 48-hour curfew.", "48-hour=PT48H"),
        ("It took two and a half years.", "two and a half years=P2Y6M"),
        ("It took 2 1/2 hours.", "2 1/2 hours=PT2H30M"),
        ("It took nearly forty years.", "nearly forty years=P40Y"),
        ("It lasted for weeks.", "weeks=PXW"),
        ("They fought for several days.", "several days=PXD"),
        ("They march every Friday.", "every Friday=XXXX-WXX-5"),
        ("They march each month.", "each month=P1M"),
        ("Flights leave on Tuesday nights.", "Tuesday nights=XXXX-WXX-2TNI"),
        ("Flights leave on Monday and Tuesday nights.", "Monday=XXXX-WXX-1TNI; Tuesday nights=XXXX-WXX-2TNI"),
        ("They meet annually in Oslo.", "annually=P1Y"),
        ("Two years after the war he returned.", "Two years=P2Y"),
    ]);
    let stretch = &find("Police killed 40 people in the past three days.", DAY)[0];
    assert_eq!((stretch.kind, &*stretch.value), (TimeKind::Duration, "P3D"));
    assert_eq!((stretch.from, stretch.to), (date("2024-03-20"), date("2024-03-23")));
}

#[test]
fn holidays() {
    check(&[
        ("He died on Christmas Eve 2020.", "Christmas Eve 2020=2020-12-24"),
        ("It fell on Easter Sunday 2019.", "Easter Sunday 2019=2019-04-21"),
        ("He died on Thanksgiving 1999.", "Thanksgiving 1999=1999-11-25"),
        ("They fast during Ramadan.", "Ramadan=2024-03-11/2024-04-09"),
        ("It was bombed on Eid al-Fitr 2023.", "Eid al-Fitr 2023=2023-04-22"),
        ("They voted on Election Day 2016.", "Election Day 2016=2016-11-08"),
        ("He planned the 9/11 attacks.", "9/11=2001-09-11"),
        ("It was bombed on Eid al Adha 2023.", "Eid al Adha 2023=2023-06-29"),
        ("They met on Mardi Gras.", "Mardi Gras=2024-02-13"),
    ]);
}

#[test]
fn vague() {
    check(&[
        ("He is now free.", "now=PRESENT_REF"),
        ("They clashed in recent years.", "recent years=PAST_REF"),
        // Recent weeks are a length.
        ("They clashed in recent weeks.", "recent weeks=PXW"),
        ("They clashed over the following days.", "the following days=PXD"),
        ("Nobody lives there at present.", "at present=PRESENT_REF"),
        ("It is quiet there at the moment.", "at the moment=PRESENT_REF"),
        // "Soon" looks ahead only behind a verb that does.
        ("They soon left.", ""),
        ("They will soon leave.", "soon=FUTURE_REF"),
        ("He spoke of an offering in the near future.", "the near future=FUTURE_REF"),
        ("He was freed several years ago.", "several years ago=PAST_REF"),
        ("Nobody knows the future.", "the future=FUTURE_REF"),
    ]);
}

#[test]
fn no_times() {
    check(&[
        ("A 24-year-old man was shot.", ""),
        ("A man, 24 years old, was shot.", ""),
        ("A Boeing 747 crashed.", ""),
        ("He won by 1,984 votes.", ""),
        ("They killed 2000 people.", ""),
        ("The 9/11 commission reported.", ""),
        ("He may march second.", ""),
        ("They march on the palace.", ""),
        ("The sun sat low.", ""),
        ("On February 30, 2024, nothing happened.", ""),
        ("It cost $2000.", ""),
        ("The fall of Kabul shocked them.", ""),
        ("He told 60 Minutes that the ministers had lied.", ""),
        ("He said on This Week that the ministers had lied.", ""),
        ("Prices rose 8.5% annually under them.", ""),
        ("They guard it 24 hours a day.", ""),
        ("They met at high noon.", ""),
    ]);
}

#[test]
fn without_an_article_date() {
    for (text, expected) in [
        ("They met on March 7.", "March 7=XXXX-03-07"),
        ("They met on Friday.", "Friday=XXXX-WXX-5"),
        ("They met last week.", "last week=XXXX-WXX"),
        ("They met yesterday.", "yesterday=XXXX-XX-XX"),
        ("They met on Friday night.", "Friday night=XXXX-WXX-5TNI"),
        ("They met in April 1998. In June they parted.", "April 1998=1998-04; June=1998-06"),
        ("They met on 29 February.", "29 February=XXXX-02-29"),
        ("They met on February 30.", ""),
    ] {
        assert_eq!(told(text, None), expected, "{text}");
    }
}

fn date(text: &str) -> Option<Date> {
    text.parse().ok()
}

#[test]
fn first_and_last_days() {
    for (text, published, from, to) in [
        ("It rained last week.", "2024-03-23", "2024-03-11", "2024-03-17"),
        ("It rained last month.", "2024-03-31", "2024-02-01", "2024-02-29"),
        ("It rained last year.", "2024-03-31", "2023-01-01", "2023-12-31"),
        ("It rained last week.", "2021-01-04", "2020-12-28", "2021-01-03"),
        ("It rained last month.", "2024-01-15", "2023-12-01", "2023-12-31"),
        ("It rained two days ago.", "2024-03-01", "2024-02-28", "2024-02-28"),
        ("It rained in the 1990s.", "2024-03-01", "1990-01-01", "1999-12-31"),
        ("It rained on Friday night.", "2024-03-23", "2024-03-22", "2024-03-22"),
    ] {
        let time = &find(text, Some(published))[0];
        assert_eq!((time.from, time.to), (date(from), date(to)), "{text} {published}");
    }
}

/// History is told from its own time, not from the day it was published.
#[test]
fn a_story_has_its_own_time() {
    let text = "The war began in September 1939. In 1941, it spread. On 22 June, Germany attacked. Two days later Vilnius \
                fell. By the end of the year they stood before Moscow.";
    assert_eq!(
        told(text, Some("2009-12-19")),
        "September 1939=1939-09; 1941=1941; 22 June=1941-06-22; Two days later=1941-06-24; the end of the year=1941"
    );
}

/// A plan or a look back within a sentence does not move the time told of; what opens a paragraph does.
#[test]
fn a_story_goes_on_from_what_is_told() {
    let published = Some("2009-12-19");
    let start = "The war began in September 1942. In March 1944, Japan attacked. ";
    for (next, expected) in [
        ("They were to invade in 1945. By June, they held Henan.", "1945=1945; June=1944-06"),
        ("Troops that had landed in 1943 fled. By June, they held Henan.", "1943=1943; June=1944-06"),
        ("Rome fell in May 1945. By June, they held Henan.", "May 1945=1945-05; June=1945-06"),
        ("\n\nThe navies met in 1943. By June, they held Henan.", "1943=1943; June=1943-06"),
    ] {
        let text = format!("{start}{next}");
        assert_eq!(told(&text, published), format!("September 1942=1942-09; March 1944=1944-03; {expected}"), "{next}");
    }
}

/// In a message as short as a tweet a bare unit is the time told of; in an article it is a noun.
#[test]
fn bare_units_are_times_in_messages() {
    let text = "It was a sad day for the town and the end of a long night.";
    assert_eq!(told(text, DAY), "day=P1D; night=2024-03-23TNI");
    let article = format!("{text} {}", "The mayor spoke of grief and of hope. ".repeat(8));
    assert_eq!(told(&article, DAY), "");
    let dated = format!("The weekend attack killed three. Later in the day they fled. {article}");
    assert_eq!(told(&dated, DAY), "weekend=2024-W12-WE; the day=2024-03-23");
}

/// "A year earlier" beside a quarter is that quarter of the year before.
#[test]
fn quarters_are_compared() {
    let quarter = "The firm lost $3 million in the third quarter. ";
    for (next, expected) in [
        ("A year earlier it earned $2 million.", "A year earlier=1988-Q3"),
        ("It earned $2 million in the corresponding period last year.", "the corresponding period last year=1988-Q3"),
        ("It sold more in last year's quarter.", "last year's quarter=1988-Q3"),
        ("It lost less in the quarter a year ago.", "the quarter a year ago=1988-Q3"),
        ("It sold more in the latest period.", "the latest period=1989-Q3"),
        // Outlook and comparison do not change what is reported on.
        (
            "It expects a charge in the fourth quarter. A year earlier it earned more.",
            "the fourth quarter=1989-Q4; A year earlier=1988-Q3",
        ),
        (
            "After a flat second quarter it grew. A year earlier it lost.",
            "second quarter=1989-Q2; A year earlier=1988-Q3",
        ),
        ("It sold more in the quarter ended Sept. 29.", "the quarter=1989-Q3; Sept. 29=1989-09-29"),
        // A fiscal quarter has no number in the calendar.
        ("It sold more in the quarter ended May 31.", "the quarter=1989-QX; May 31=1989-05-31"),
    ] {
        let text = format!("{quarter}{next}");
        assert_eq!(told(&text, Some("1989-11-02")), format!("the third quarter=1989-Q3; {expected}"), "{next}");
    }
    let ended = "The firm had 5.6 million shares in the quarter ended July 31.";
    assert_eq!(told(ended, Some("1989-10-30")), "the quarter=1989-Q2; July 31=1989-07-31");
}

#[test]
fn far_away_and_long() {
    for text in [
        "999999999999 years ago",
        "20000000 weeks later",
        "in the year 9999, 99999 months later",
        "99999999999999999999 days ago",
        "the 9990s",
        "9998 B.C., 9999 BC",
        "99.99.9999 and 13/13/2013",
        "ten thousand million centuries ago",
    ] {
        find(text, Some("9999-12-31"));
        find(text, Some("-009999-01-01"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}", day in proptest::option::of(Just("2024-02-29"))) {
        for time in find(&text, day) {
            prop_assert!(text.get(time.start as usize..time.end as usize).is_some());
        }
    }

    #[test]
    fn no_run_of_time_words_makes_it_panic(
        words in proptest::collection::vec(
            proptest::sample::select(vec![
                "the", "last", "next", "two", "31", "99999", "February", "of", "week", "years", "ago", "later", "Monday", ",",
                "at", "9:30", "p.m.", "1998", "-", "2", "1/2", "and", "a", "half", "century", "BC", "quarter", "first", "in",
                "every", "night", "Ramadan", "Easter", "end", "early", "mid-1990s", "'90s", "from", "to", "30", "today", "that",
                "day", "year", "following", "earlier", "million", "hundred", "GMT", "spring", "2024-02-30", "12/31",
            ]),
            0..14,
        ),
        day in proptest::option::of(proptest::sample::select(vec!["2024-02-29", "0001-01-01", "9999-12-31", "-009999-01-01"])),
    ) {
        let text = words.join(" ");
        let found = find(&text, day);
        for pair in found.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start, "{text}");
        }
        for time in &found {
            prop_assert!(time.from <= time.to, "{text}");
        }
    }
}
