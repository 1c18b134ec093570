//! Relative clauses: the pronoun is replaced by its antecedent.

mod common;
use common::check;

#[test]
fn the_antecedent_is_the_subject() {
    check(
        "
        Police arrested a man who killed two shopkeepers in Leeds.
        > COERCE arrested | actor: Police | target: man | count: 1 target | asserted
        > ASSAULT killed | actor: man | target: two shopkeepers | count: 2 target | asserted

        Judges acquitted the nurse who treated the president.
        > JUSTICE acquitted | actor: Judges | target: nurse | asserted
        > HEALTH treated | actor: nurse | target: president | asserted
        ",
    );
}

#[test]
fn in_the_passive() {
    check(
        "
        The soldiers who were wounded in the ambush were flown to Dakar.
        > CASUALTY were wounded | actor: ambush | target: soldiers | asserted

        The woman who was stabbed by a burglar is recovering.
        > ASSAULT was stabbed | actor: burglar | target: woman | asserted
        ",
    );
}

#[test]
fn between_commas() {
    check(
        "
        The bomb, which exploded near a mosque, wounded nine worshippers.
        > ASSAULT exploded | actor: bomb | asserted
        > ASSAULT wounded | actor: bomb | target: nine worshippers | count: 9 target | asserted

        The militants, who kidnapped five aid workers in 2019, released them on Monday.
        > ASSAULT kidnapped | actor: militants | target: five aid workers | date: 2019 | count: 5 target | asserted
        > RETREAT released | actor: militants | target: them | date: 2024-03-18 | asserted

        The journalist, who was jailed in 2021, was released on Friday.
        > COERCE was jailed | target: journalist | date: 2021 | asserted
        > RETREAT was released | target: journalist | date: 2024-03-22 | asserted
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        The woman who lives next door has three cats.
        The songs that she wrote are popular.
        The lake, which lies near the border, is shallow.
        ",
    );
}
