//! One event, told several times: in an article, and in several.

mod common;
use common::{EXTRACTOR, PUBLISHED, article};
use jiff::civil::Date;
use whodid::merge::{DedupOptions, Merged, dedup, merge};
use whodid::{Article, Workspace};

/// The number of the event, by its first mention, that each mention of a text belongs to.
fn groups(text: &str) -> Vec<String> {
    let article = article(text);
    let mut found = Vec::new();
    EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event| {
        found.push(format!("{} {}", event.action.text, event.event.rsplit('#').next().unwrap()));
    });
    found
}

#[test]
fn mentions_of_one_event() {
    assert_eq!(
        groups("Gunmen killed 12 soldiers in Mali on Friday. The army said the gunmen killed 12 soldiers."),
        ["killed 1", "killed 1"]
    );
    assert_eq!(
        groups("A bomb exploded in Kabul on Friday. The explosion on Friday in Kabul shook houses."),
        ["exploded 1", "explosion 1"]
    );
}

#[test]
fn other_places_days_and_targets_are_other_events() {
    for text in [
        "Police arrested 12 people in Cairo. Police arrested 30 people in Alexandria.",
        "Gunmen killed a soldier in Mali on Friday. Gunmen killed a soldier in Mali on Monday.",
        "Rebels killed two soldiers in Mali. Rebels killed two policemen in Mali.",
        "Rebels attacked Homs on Friday. Rebels plan to attack Homs.",
        "Gunmen killed five people in Lagos on Friday and wounded five people.",
    ] {
        let found = groups(text);
        assert!(found.len() == 2 && found[1].ends_with(" 2"), "{text} {found:?}");
    }
}

/// The merged record of a text whose action has this lemma.
fn merged<'a>(article: &'a Article<'a>, lemma: &str) -> Merged<'a> {
    let (events, _) = EXTRACTOR.events(article, &mut Workspace::default());
    merge(events).into_iter().find(|event| event.event.action.lemma == lemma).unwrap()
}

#[test]
fn the_fuller_mention_fills_the_barer_one() {
    let article = article(
        "Rebels killed 12 soldiers in Mali, the army said. The rebels killed at least 14 soldiers in Mali on Friday, a spokesman said.",
    );
    let event = merged(&article, "kill");
    assert_eq!(event.mentions.len(), 2);
    assert_eq!(event.event.actor.as_ref().unwrap().text, "Rebels");
    assert_eq!(event.event.place.as_ref().unwrap().name.as_deref(), Some("Mali"));
    assert_eq!(event.event.date.as_ref().unwrap().value, "2024-03-22");
    // Both tolls stay visible; of equals the last one told is taken.
    assert_eq!(event.tolls.iter().map(|toll| toll.count.value).collect::<Vec<_>>(), [12, 14]);
    assert_eq!(event.event.count.as_ref().unwrap().value, 14);
    assert_eq!(event.support.target.as_ref().unwrap().mentions, 2);
}

#[test]
fn who_claims_an_attack_did_it() {
    let article = article(
        "An attack on a mosque in Kabul shocked Afghans on Friday. The Taliban claimed responsibility for the attack.",
    );
    let event = merged(&article, "attack");
    assert_eq!(event.event.actor.as_ref().unwrap().name.as_deref(), Some("Taliban"));
}

fn basis(text: &str) -> Vec<(String, String)> {
    let article = article(text);
    let mut found = Vec::new();
    EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event| {
        let date = event.date.as_ref().unwrap();
        found.push((date.value.clone(), date.basis.to_string()));
    });
    found
}

#[test]
fn dates_by_discourse() {
    let is = |value: &str, basis: &str| (value.to_string(), basis.to_string());
    // The sentence before.
    assert_eq!(
        basis("Rebels attacked Homs on Wednesday. They burned a school."),
        [is("2024-03-20", "text"), is("2024-03-20", "context")]
    );
    // Background does not leak forward.
    assert_eq!(
        basis("Rebels seized Homs in 2015. They burned a school."),
        [is("2015", "text"), is("2024-03-23", "published")]
    );
    // The event's own date, from farther back.
    assert_eq!(
        basis("Rebels killed 12 soldiers in Mali on Monday. France praised Mali. Spain praised Niger. Italy praised Chad. Peru praised Chile. Rebels killed 12 soldiers in Mali, the army said.").last(),
        Some(&is("2024-03-18", "context"))
    );
}

fn records(articles: &[(&str, Option<&str>, Date, &str)]) -> Vec<Merged<'static>> {
    let mut events = dedup(DedupOptions { days: 1, memory: 1 });
    for &(id, source, day, text) in articles {
        let article = Article {
            id: id.into(),
            published: Some(day),
            source: source.map(Into::into),
            text: text.into(),
            ..Article::default()
        };
        EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event| {
            events.push(&serde_json::to_string(event).unwrap()).unwrap();
        });
    }
    let mut found: Vec<Merged> = Vec::new();
    let summary = events
        .finish(&mut |event| {
            found.push(serde_json::from_str(&serde_json::to_string(event)?)?);
            Ok(())
        })
        .unwrap();
    assert_eq!(summary.events, found.len() as u64);
    assert_eq!(summary.records, found.iter().map(|event| event.mentions.len() as u64).sum::<u64>());
    found
}

#[test]
fn across_articles() {
    let later = PUBLISHED.tomorrow().unwrap();
    let found = records(&[
        ("a", Some("AP"), PUBLISHED, "Gunmen killed 12 soldiers in Mali on Friday."),
        ("b", Some("AFP"), later, "Gunmen killed 12 soldiers in Mali on Friday, the army said."),
        ("c", None, later, "On Friday gunmen killed 14 soldiers in Mali."),
        ("d", Some("AP"), later, "Gunmen killed 12 soldiers in Niger on Friday."),
        ("e", Some("AP"), later, "The president praised Mali."),
    ]);
    assert_eq!(found.len(), 3);
    let mali = found.iter().find(|event| event.mentions.len() > 1).unwrap();
    assert_eq!(mali.sources, ["AP", "AFP", "c"]);
    assert_eq!(mali.source_count, 3);
    assert_eq!(mali.event.count.as_ref().unwrap().value, 12);
    assert_eq!(mali.tolls.iter().map(|toll| (toll.count.value, toll.mentions)).collect::<Vec<_>>(), [(12, 2), (14, 1)]);
}

#[test]
fn what_was_joined_is_joined_again_to_the_same() {
    let first = records(&[
        ("a", Some("AP"), PUBLISHED, "Gunmen killed 12 soldiers in Mali on Friday."),
        ("b", Some("AFP"), PUBLISHED, "Gunmen killed 12 soldiers in Mali on Friday."),
        ("c", Some("AFP"), PUBLISHED, "France praised Mali."),
    ]);
    let lines =
        |events: &[Merged]| events.iter().map(|event| serde_json::to_string(event).unwrap()).collect::<Vec<_>>();
    let mut again = dedup(DedupOptions::default());
    lines(&first).iter().for_each(|line| again.push(line).unwrap());
    let mut second = Vec::new();
    again
        .finish(&mut |event| {
            second.push(serde_json::to_string(event)?);
            Ok(())
        })
        .unwrap();
    assert_eq!(second, lines(&first));
}

#[test]
fn what_is_no_event_is_an_error() {
    let mut events = dedup(DedupOptions::default());
    for line in ["", "{}", "[1]", "{\"id\":1}", "\u{0}"] {
        assert!(events.push(line).is_err());
    }
}

#[test]
fn incident_slots() {
    let slots = |text: &str| {
        let article = article(text);
        let mut found = None;
        EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event| {
            let instrument = event.instrument.as_ref().map(|instrument| instrument.text.to_string());
            found = found.take().or(Some((instrument, event.effect.as_deref().map(str::to_string))));
        });
        found.unwrap()
    };
    let is =
        |instrument: Option<&str>, effect: Option<&str>| (instrument.map(str::to_string), effect.map(str::to_string));
    assert_eq!(slots("A car bomb killed six people in Kabul."), is(Some("car bomb"), Some("killed")));
    assert_eq!(slots("Gunmen attacked the post with rifles."), is(Some("rifles"), None));
    assert_eq!(slots("Rebels threw grenades at a bank."), is(Some("grenades"), None));
    assert_eq!(slots("Two people were injured in a rocket attack in Sderot."), is(Some("rocket"), Some("injured")));
    assert_eq!(slots("Gunmen kidnapped three engineers."), is(None, Some("kidnapped")));
    assert_eq!(slots("The blast damaged two houses."), is(None, Some("damaged")));
    assert_eq!(slots("Rebels destroyed a bridge with dynamite."), is(Some("dynamite"), Some("destroyed")));
    assert_eq!(slots("The attack killed nobody."), is(None, Some("none")));
    assert_eq!(slots("The minister praised the army."), is(None, None));
}
