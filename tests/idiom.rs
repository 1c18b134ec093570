//! Actions of several words.

mod common;
use common::check;

#[test]
fn a_verb_and_its_fixed_noun() {
    check(
        "
        Islamic State claimed responsibility.
        > CLAIM claimed responsibility | actor: Islamic State | asserted

        The parliament declared war on the cartels.
        > ASSAULT declared war | actor: parliament | target: cartels | asserted

        The rebels laid siege to the city.
        > ASSAULT laid siege | actor: rebels | target: city | asserted

        The army took control of the airport.
        > ASSAULT took control | actor: army | target: airport | asserted

        The president took office in January.
        > GOVERN took office | actor: president | date: 2024-01 | asserted

        The general came to power in 1999.
        > GOVERN came to power | actor: general | date: 1999 | asserted

        The workers took to the streets on Friday.
        > PROTEST took to the streets | actor: workers | date: 2024-03-22 | asserted

        Guards opened fire at demonstrators, killing two.
        > ASSAULT opened fire | actor: Guards | target: demonstrators | asserted
        > ASSAULT killing | actor: Guards | target: two | count: 2 target | asserted

        Troops set fire to 20 houses.
        > ASSAULT set fire | actor: Troops | target: 20 houses | count: 20 target | asserted
        ",
    );
}

#[test]
fn words_between_the_parts() {
    check(
        "
        Rebels laid down their arms.
        > RETREAT laid down their arms | actor: Rebels | asserted

        The group has claimed full responsibility.
        > CLAIM has claimed full responsibility | actor: group | asserted

        Mali broke off diplomatic relations.
        > SANCTION broke off diplomatic relations | actor: Mali | asserted
        ",
    );
}

#[test]
fn a_gap_for_the_target() {
    check(
        "
        Police took two men into custody.
        > COERCE took two men into custody | actor: Police | target: two men | count: 2 target | asserted

        The regime put the activist on trial.
        > JUSTICE put the activist on trial | actor: regime | target: activist | asserted
        ",
    );
}

#[test]
fn a_verb_and_its_particle() {
    check(
        "
        The minister stepped down on Friday.
        > GOVERN stepped down | actor: minister | date: 2024-03-22 | asserted

        The government cracked down on protesters.
        > COERCE cracked down | actor: government | target: protesters | asserted

        The troops pulled out.
        > RETREAT pulled out | actor: troops | asserted
        ",
    );
}

#[test]
fn what_only_looks_like_one() {
    check(
        "
        The minister took part in a race.
        He set the table and opened the window.
        The river lay down in the valley.
        ",
    );
}
