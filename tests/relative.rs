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

        The earthquake that struck Turkey in February 2023 killed more than 50,000 people.
        > DISASTER struck | actor: earthquake | target: Turkey | date: 2023-02 | asserted
        > CASUALTY killed | actor: earthquake | target: 50,000 people | date: 2023-02 | count: 50000 target | asserted

        Rebels who attacked a bus in Chad freed the passengers.
        > ASSAULT attacked | actor: Rebels | target: bus | asserted
        > RETREAT freed | actor: Rebels | target: passengers | asserted

        The farmers who lost their land protested in Lima.
        > PROTEST protested | actor: farmers | asserted

        The protesters who blocked the highway were detained by police.
        > PROTEST blocked | actor: protesters | target: highway | asserted
        > COERCE were detained | actor: police | target: protesters | asserted
        ",
    );
}

#[test]
fn the_antecedent_is_the_object() {
    check(
        "
        Police identified the man whom rebels abducted in January.
        > ASSAULT abducted | actor: rebels | target: man | date: 2024-01 | asserted

        Police freed the bishop that militants kidnapped.
        > RETREAT freed | actor: Police | target: bishop | asserted
        > ASSAULT kidnapped | actor: militants | target: bishop | asserted
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

        The floods, which killed 14 people in Sindh, damaged roads.
        > CASUALTY killed | actor: floods | target: 14 people | count: 14 target | asserted
        > DISASTER damaged | actor: floods | target: roads | asserted

        The journalist, who was jailed in 2021, was released on Friday.
        > COERCE was jailed | target: journalist | date: 2021 | asserted
        > RETREAT was released | target: journalist | date: 2024-03-22 | asserted
        ",
    );
}

#[test]
fn of_an_event_noun() {
    check(
        "
        An explosion that wounded six workers damaged the plant.
        > ASSAULT wounded | actor: explosion | target: six workers | count: 6 target | asserted
        > ASSAULT damaged | actor: explosion | target: plant | asserted

        The attack that killed 133 people was claimed by Islamic State.
        > ASSAULT killed | actor: attack | target: 133 people | count: 133 target | asserted
        > CLAIM was claimed | actor: Islamic State | target: attack | asserted
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
