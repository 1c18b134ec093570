//! When: time expressions resolved against the day of publication, Saturday 2024-03-23.

mod common;
use common::{EXTRACTOR, article, check};
use jiff::civil::date;
use whodid::{Article, Workspace};

#[test]
fn weekdays_are_the_last_ones() {
    check(
        "
        Police arrested the mayor on Friday.
        > COERCE arrested | actor: Police | target: mayor | date: 2024-03-22 | asserted

        Soldiers seized the station on Sunday night.
        > ASSAULT seized | actor: Soldiers | target: station | date: 2024-03-17TNI | asserted

        Militants killed a teacher on Friday night.
        > ASSAULT killed | actor: Militants | target: teacher | date: 2024-03-22TNI | count: 1 target | asserted

        On Monday, rebels attacked the base.
        > ASSAULT attacked | actor: rebels | target: base | date: 2024-03-18 | asserted
        ",
    );
}

#[test]
fn in_the_future_they_are_the_next_ones() {
    check(
        "
        The court will sentence the banker on Tuesday.
        > SANCTION will sentence | actor: court | target: banker | date: 2024-03-26 | planned
        ",
    );
}

#[test]
fn month_and_day() {
    check(
        "
        Rebels seized the town on March 3.
        > ASSAULT seized | actor: Rebels | target: town | date: 2024-03-03 | asserted

        Gunmen killed two nuns on 12 January 2019.
        > ASSAULT killed | actor: Gunmen | target: two nuns | date: 2019-01-12 | count: 2 target | asserted

        Rebels killed three monks on May 5, 2022.
        > ASSAULT killed | actor: Rebels | target: three monks | date: 2022-05-05 | count: 3 target | asserted

        The minister was arrested on Thursday, March 14.
        > COERCE was arrested | target: minister | date: 2024-03-14 | asserted
        ",
    );
}

#[test]
fn months_and_years() {
    check(
        "
        The president resigned in September.
        > GOVERN resigned | actor: president | date: 2023-09 | asserted

        India and China signed a treaty in 1998.
        > SUPPORT signed a treaty | actor: India and China | date: 1998 | asserted
        ",
    );
}

#[test]
fn from_the_day_of_publication() {
    check(
        "
        Troops entered the city yesterday.
        > ASSAULT entered | actor: Troops | target: city | date: 2024-03-22 | asserted

        Protesters marched on Parliament today.
        > PROTEST marched | actor: Protesters | target: Parliament | date: 2024-03-23 | asserted

        The company fired 40 managers three days ago.
        > GOVERN fired | actor: company | target: 40 managers | date: 2024-03-20 | count: 40 target | asserted

        The plant closed last week.
        > ECONOMY closed | target: plant | date: 2024-W11 | asserted

        The court will try the general next month.
        > JUSTICE will try | actor: court | target: general | date: 2024-04 | planned

        Guerrillas kidnapped a senator last year.
        > ASSAULT kidnapped | actor: Guerrillas | target: senator | date: 2023 | count: 1 target | asserted
        ",
    );
}

#[test]
fn two_weeks_earlier() {
    check(
        "
        The rebels had taken the port two weeks earlier.
        > ASSAULT had taken | actor: rebels | target: port | date: 2024-W10 | asserted
        ",
    );
}

/// The days of the first event's date, and its basis.
fn days(article: &Article) -> Option<(String, String, String)> {
    let mut found = None;
    EXTRACTOR.extract(article, &mut Workspace::default(), &mut |event| {
        let date = event.date.as_ref().map(|date| {
            let day = |day: Option<jiff::civil::Date>| day.map_or("-".to_string(), |day| day.to_string());
            (day(date.from), day(date.to), date.basis.to_string())
        });
        found.get_or_insert(date);
    });
    found.flatten()
}

#[test]
fn from_and_to_are_plain_days() {
    let days = |text| days(&article(text)).unwrap();
    assert_eq!(days("Police arrested the mayor on Friday."), ("2024-03-22".into(), "2024-03-22".into(), "text".into()));
    assert_eq!(days("The plant closed last week."), ("2024-03-11".into(), "2024-03-17".into(), "text".into()));
    assert_eq!(days("The bank collapsed in February."), ("2024-02-01".into(), "2024-02-29".into(), "text".into()));
    assert_eq!(days("Police arrested the mayor."), ("2024-03-23".into(), "2024-03-23".into(), "published".into()));
}

#[test]
fn without_a_day_of_publication() {
    let undated = |text: &'static str| Article { text: text.into(), ..Article::default() };
    assert_eq!(days(&undated("Police arrested the mayor.")), None);
    let day = date(2022, 5, 5).to_string();
    assert_eq!(days(&undated("Rebels killed three monks on May 5, 2022.")), Some((day.clone(), day, "text".into())));
}

#[test]
fn a_score_or_an_age_is_no_date() {
    check(
        "
        The team won 3-2.
        Police arrested a man, 34.
        > COERCE arrested | actor: Police | target: man | count: 1 target | asserted
        ",
    );
}
