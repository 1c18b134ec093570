//! Who "they" are: pronouns, bare descriptors, surnames, acronyms and "the attack" stand for what was told before, and
//! for nothing where nothing fits. In the lines "= words" is what an argument stands for.

mod common;
use common::{EXTRACTOR, article, check_text};
use whodid::{Event, Workspace};

/// What the argument of an action stands for, and what is known of it.
fn resolved(text: &str, action: &str, slot: &str) -> Option<String> {
    let mut found = None;
    let mut seen = false;
    let article = article(text);
    EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event: &Event| {
        if event.action.text == action {
            seen = true;
            let argument = if slot == "actor" { &event.actor } else { &event.target };
            found = argument.as_ref().and_then(|argument| argument.resolved.as_ref()).map(|words| words.to_string());
        }
    });
    assert!(seen, "no event {action:?} in {text:?}");
    found
}

/// Panics unless each text's argument stands for these words.
#[track_caller]
fn check_all(cases: &[(&str, &str, &str, Option<&str>)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(text, action, slot, expected)| {
            let found = resolved(text, action, slot);
            (found.as_deref() != *expected).then(|| format!("{text}\n  {action} {slot}: {found:?}, not {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pronouns_agree_in_number_and_kind() {
    check_all(&[
        (
            "The rebels met President Assad in Damascus. He released 40 prisoners.",
            "released",
            "actor",
            Some("President Assad"),
        ),
        (
            "The rebels met President Assad in Damascus. They released 40 prisoners.",
            "released",
            "actor",
            Some("rebels"),
        ),
        ("Boko Haram attacked the village on Monday. It killed 12 farmers.", "killed", "actor", Some("Boko Haram")),
        ("Farmers met the minister on Monday. They blocked the road.", "blocked", "actor", Some("Farmers")),
    ]);
}

#[test]
fn subjects_come_first() {
    check_all(&[
        // Two men: the subject goes on.
        (
            "President Putin criticised President Zelensky on Monday. He accused the West of lying.",
            "accused",
            "actor",
            Some("President Putin"),
        ),
        // Two groups: the nearer sentence.
        (
            "Rebels attacked the army on Monday. Police surrounded the town. Soldiers detained protesters. They killed two people.",
            "killed",
            "actor",
            Some("Soldiers"),
        ),
    ]);
}

#[test]
fn a_woman_is_no_he() {
    check_all(&[
        (
            "Prime Minister Modi met Mrs. Bhandari in Delhi. She praised India.",
            "praised",
            "actor",
            Some("Mrs. Bhandari"),
        ),
        ("A woman stabbed a policeman in Paris. She was arrested.", "was arrested", "target", Some("woman")),
    ]);
}

#[test]
fn within_the_sentence() {
    check_all(&[
        ("The army said that it had captured the town.", "had captured", "actor", Some("army")),
        // The object of a verb is not its subject.
        ("Rebels seized a village on Monday. The army bombed it.", "bombed", "actor", None),
        ("The rebels said that their fighters killed six soldiers.", "killed", "actor", Some("rebels")),
    ]);
}

#[test]
fn no_guess_where_nothing_fits() {
    check_all(&[
        ("It killed 12 people.", "killed", "actor", None),
        ("Rebels attacked Homs on Monday. She accused the government of lying.", "accused", "actor", None),
        ("The town was calm on Monday. The group killed six soldiers.", "killed", "actor", None),
        // Two groups that fit alike.
        (
            "Hamas fought Islamic Jihad in Gaza on Monday, and Fatah fought Hezbollah. The militia killed six soldiers.",
            "killed",
            "actor",
            None,
        ),
        // Too far back.
        (
            "President Putin met generals. Rain fell on Monday and killed two people. Floods destroyed a bridge. Fire destroyed a school. \
             Storms killed ten people. He criticised the West.",
            "criticised",
            "actor",
            None,
        ),
    ]);
}

#[test]
fn descriptors() {
    check_all(&[
        (
            "Boko Haram attacked a village on Monday. The group killed 12 farmers.",
            "killed",
            "actor",
            Some("Boko Haram"),
        ),
        (
            "Ukraine's Foreign Ministry met diplomats on Monday. The ministry accused Russia of lying.",
            "accused",
            "actor",
            Some("Ukraine's Foreign Ministry"),
        ),
        (
            "Taliban fighters attacked a checkpoint on Monday. The militants killed six soldiers.",
            "killed",
            "actor",
            Some("Taliban fighters"),
        ),
        (
            "President Taneti Maamau met envoys on Monday. The president praised China.",
            "praised",
            "actor",
            Some("President Taneti Maamau"),
        ),
        (
            "Al-Shabab attacked a hotel on Monday. The same group killed six soldiers.",
            "killed",
            "actor",
            Some("Al-Shabab"),
        ),
        // A new group is nobody before.
        ("Boko Haram attacked a village on Monday. A group killed 12 farmers.", "killed", "actor", None),
        // "The group" is no ministry.
        ("The FSB met reporters on Monday. The group killed 12 farmers.", "killed", "actor", None),
    ]);
}

#[test]
fn surnames_and_acronyms() {
    check_all(&[
        (
            "Peter Sonderberg met lawyers on Monday. Soldiers killed Sonderberg on Tuesday.",
            "killed",
            "target",
            Some("Peter Sonderberg"),
        ),
        (
            "Rebels of the Lakota Liberation Front attacked a village on Monday. The LLF bombed a bridge.",
            "bombed",
            "actor",
            Some("Lakota Liberation Front"),
        ),
        ("Peter Sonderberg met lawyers on Monday. Soldiers killed Dadash on Tuesday.", "killed", "target", None),
    ]);
}

#[test]
fn codes_come_from_the_antecedent() {
    let text = "Boko Haram attacked a village on Monday. It killed 12 farmers. Its fighters burned a school.";
    let article = article(text);
    let mut codes = Vec::new();
    EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event| {
        let actor = event.actor.as_ref().unwrap();
        codes.push((actor.name.as_deref().map(str::to_string), actor.sector.as_deref().map(str::to_string)));
    });
    let name = |name: Option<&str>| (name.map(str::to_string), Some("REB".to_string()));
    assert_eq!(codes, [name(Some("Boko Haram")), name(Some("Boko Haram")), name(None)]);
}

#[test]
fn events_told_before() {
    check_all(&[
        (
            "Gunmen killed 12 people in Kabul on Monday. The Taliban claimed responsibility for the attack.",
            "claimed responsibility",
            "target",
            Some("Gunmen killed 12 people"),
        ),
        // Two attacks: the nearer one.
        (
            "A bombing in Kabul on Monday killed six people. Gunmen attacked a school in Herat. The Taliban condemned the attack.",
            "condemned",
            "target",
            Some("Gunmen attacked a school"),
        ),
        // A new one, and one of another kind.
        ("Gunmen killed 12 people in Kabul on Monday. The Taliban planned an attack.", "killed", "target", None),
        ("Gunmen killed 12 people in Kabul. France praised the election.", "praised", "target", None),
    ]);
}

#[test]
fn the_whole_story() {
    check_text(
        "Gunmen attacked a bank in Lagos on Friday. They killed two guards, and the guards wounded one of them. \
         The attackers fled.",
        &[
            "ASSAULT attacked | actor: Gunmen | target: bank | date: 2024-03-22 | asserted",
            "ASSAULT killed | actor: They = Gunmen | target: two guards | count: 2 target | asserted",
            "ASSAULT wounded | actor: guards = two guards | target: one of them | asserted",
            "DISPLACE fled | actor: attackers = Gunmen | asserted",
        ],
    );
}
