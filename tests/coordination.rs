//! Verbs that share a subject, arguments of several parts, and parts counted apart.

mod common;
use common::{EXTRACTOR, article, check};
use whodid::Workspace;

#[test]
fn verbs_share_their_subject() {
    check(
        "
        Police raided a warehouse and arrested nine suspects.
        > COERCE raided | actor: Police | target: warehouse | asserted
        > COERCE arrested | actor: Police | target: nine suspects | count: 9 target | asserted

        The blast killed three soldiers and wounded seven civilians.
        > ASSAULT killed | actor: blast | target: three soldiers | count: 3 target | asserted
        > ASSAULT wounded | actor: blast | target: seven civilians | count: 7 target | asserted

        The president dismissed the interior minister and appointed a general.
        > GOVERN dismissed | actor: president | target: interior minister | asserted
        > GOVERN appointed | actor: president | target: general | asserted

        France condemned the coup and suspended aid.
        > ACCUSE condemned | actor: France | target: coup | asserted
        > SANCTION suspended | actor: France | target: aid | asserted
        ",
    );
}

#[test]
fn clauses_keep_their_own_subject() {
    check(
        "
        Rebels seized the airport, and the army bombed it.
        > ASSAULT seized | actor: Rebels | target: airport | asserted
        > ASSAULT bombed | actor: army | target: it = airport | asserted
        ",
    );
}

#[test]
fn an_argument_of_several_parts_is_one() {
    check(
        "
        The United States and Britain bombed Houthi sites in Yemen.
        > ASSAULT bombed | actor: United States and Britain | target: Houthi sites | asserted

        Russia and China vetoed the resolution.
        > REJECT vetoed | actor: Russia and China | target: resolution | asserted

        Gunmen attacked a mosque and a school.
        > ASSAULT attacked | actor: Gunmen | target: mosque and a school | asserted

        The army and the rebels clashed in Juba on Sunday.
        > ASSAULT clashed | actor: army and the rebels | date: 2024-03-17 | asserted

        Gunmen killed a judge and his driver in Tijuana.
        > ASSAULT killed | actor: Gunmen | target: judge and his driver | count: 1 target | asserted
        ",
    );
}

#[test]
fn the_parts_are_named() {
    let article = article("Israel and Hamas agreed to a ceasefire.");
    let mut members = Vec::new();
    EXTRACTOR.extract(&article, &mut Workspace::default(), &mut |event| {
        let parts = event.actor.as_ref().and_then(|actor| actor.members.as_ref()).expect("members");
        members.extend(parts.iter().map(|part| part.to_string()));
    });
    assert_eq!(members, ["Israel", "Hamas"]);
}

#[test]
fn parts_counted_apart_are_events_apart() {
    check(
        "
        Police detained 12 students and two teachers.
        > COERCE detained | actor: Police | target: 12 students | count: 12 target | asserted
        > COERCE detained | actor: Police | target: two teachers | count: 2 target | asserted

        The strike left 13 soldiers and about 170 civilians dead.
        > ASSAULT left 13 soldiers and about 170 civilians dead | actor: strike | target: 13 soldiers | count: 13 target | asserted
        > ASSAULT left 13 soldiers and about 170 civilians dead | actor: strike | target: 170 civilians | count: 170 target | asserted

        The rebels kidnapped a priest and two nuns.
        > ASSAULT kidnapped | actor: rebels | target: priest | count: 1 target | asserted
        > ASSAULT kidnapped | actor: rebels | target: two nuns | count: 2 target | asserted
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        Bread and butter are on the table.
        The old and the young live together.
        He walked home and slept.
        ",
    );
}
