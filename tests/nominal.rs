//! Events told by nouns, with the arguments that prepositions, possessives and modifiers give them.

mod common;
use common::check;

#[test]
fn of_is_the_target() {
    check(
        "
        The assassination of the mayor shocked the town.
        > ASSAULT assassination | target: mayor | asserted

        The arrest of four journalists in Ankara on Friday shocked the city.
        > COERCE arrest | target: four journalists | date: 2024-03-22 | count: 4 target | asserted

        The murder of a priest in Rouen in 2016 shocked France.
        > ASSAULT murder | target: priest | date: 2016 | count: 1 target | asserted
        ",
    );
}

#[test]
fn by_is_the_actor() {
    check(
        "
        The shelling of Kharkiv by Russian forces continued.
        > ASSAULT shelling | actor: Russian forces | target: Kharkiv | asserted

        The kidnapping of the bishop by rebels in 2013 was never solved.
        > ASSAULT kidnapping | actor: rebels | target: bishop | date: 2013 | asserted

        The detention of Mr. Khan by soldiers surprised his family.
        > COERCE detention | actor: soldiers | target: Mr. Khan | asserted

        The capture of Raqqa by Kurdish forces was a turning point.
        > ASSAULT capture | actor: Kurdish forces | target: Raqqa | asserted

        The strike by 3,000 nurses entered its second week.
        > PROTEST strike | actor: 3,000 nurses | count: 3000 actor | asserted
        ",
    );
}

#[test]
fn on_and_against_name_the_target() {
    check(
        "
        An attack by gunmen on a church in Nigeria left 30 people dead.
        > ASSAULT attack | actor: gunmen | target: church | asserted
        > ASSAULT left 30 people dead | actor: attack | target: 30 people | count: 30 target | asserted

        Protests against the pension reform grew.
        > PROTEST Protests | target: pension reform | asserted
        ",
    );
}

#[test]
fn a_possessive_acts_or_suffers() {
    check(
        "
        Israel's bombing of Gaza has killed hundreds of people.
        > ASSAULT bombing | actor: Israel | target: Gaza | asserted
        > ASSAULT has killed | actor: Israel's bombing of Gaza | target: hundreds of people | count: 200 target | asserted

        Germany's expulsion of two Russian diplomats angered Moscow.
        > SANCTION expulsion | actor: Germany | target: two Russian diplomats | count: 2 target | asserted

        Iran's attack on Israel in January was a failure.
        > ASSAULT attack | actor: Iran | target: Israel | date: 2024-01 | asserted

        His resignation surprised the party.
        > GOVERN resignation | actor: His | asserted
        ",
    );
}

#[test]
fn an_adjective_acts() {
    check(
        "
        Russian airstrikes on rebel hideouts killed 12 civilians.
        > ASSAULT airstrikes | actor: Russian | target: rebel hideouts | asserted
        > ASSAULT killed | actor: Russian airstrikes | target: 12 civilians | count: 12 target | asserted

        The U.S. withdrawal from Afghanistan in August 2021 surprised Kabul.
        > RETREAT withdrawal | actor: U.S. | target: Afghanistan | date: 2021-08 | asserted

        A police raid on a warehouse in Naples led to nine arrests.
        > COERCE raid | actor: police | target: warehouse | asserted
        > COERCE arrests | actor: police raid | count: 9 action | asserted

        Turkish shelling of Kurdish villages went on.
        > ASSAULT shelling | actor: Turkish | target: Kurdish villages | asserted
        ",
    );
}

#[test]
fn in_gives_place_and_time() {
    check(
        "
        Israeli strikes in Gaza killed 40 people on Monday.
        > ASSAULT strikes | actor: Israeli | date: 2024-03-18 | asserted
        > ASSAULT killed | actor: Israeli strikes | target: 40 people | date: 2024-03-18 | count: 40 target | asserted
        ",
    );
}

#[test]
fn symmetric_events_have_one_actor() {
    check(
        "
        A meeting between Biden and Xi is a possibility.
        > CONSULT meeting | actor: Biden and Xi | asserted
        ",
    );
}

#[test]
fn a_noun_that_brings_nothing_is_no_event() {
    check(
        "
        The attack was over.
        The massacre is well known.
        Meeting rooms are on the third floor.
        Plans for the new airport are on the table.
        ",
    );
}
