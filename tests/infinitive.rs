//! Infinitives: what is planned, ordered, threatened or promised.

mod common;
use common::check;

#[test]
fn of_a_plan() {
    check(
        "
        The government plans to deport 200 migrants.
        > COERCE to deport | actor: government | target: 200 migrants | count: 200 target | planned

        The army is preparing to storm the hospital.
        > ASSAULT to storm | actor: army | target: hospital | planned

        Prosecutors want to question the minister.
        > ACCUSE to question | actor: Prosecutors | target: minister | planned

        Farmers intend to block roads in Brittany.
        > PROTEST to block | actor: Farmers | target: roads | planned

        The firm aims to hire 500 engineers.
        > ECONOMY to hire | actor: firm | target: 500 engineers | count: 500 target | planned
        ",
    );
}

#[test]
fn of_a_threat_or_a_promise() {
    check(
        "
        North Korea threatened to attack Seoul.
        > THREATEN threatened | actor: North Korea | asserted
        > ASSAULT to attack | actor: North Korea | target: Seoul | planned

        Rebels threatened to kill the hostages.
        > THREATEN threatened | actor: Rebels | asserted
        > ASSAULT to kill | actor: Rebels | target: hostages | planned

        The president vowed to punish the attackers.
        > THREATEN vowed to punish | actor: president | asserted
        > SANCTION to punish | actor: president | target: attackers | planned

        The company agreed to buy its rival.
        > AGREE agreed | actor: company | asserted
        > ECONOMY to buy | actor: company | target: its rival = company | planned
        ",
    );
}

#[test]
fn of_what_somebody_else_shall_do() {
    check(
        "
        The UN urged Israel to lift the blockade.
        > REQUEST urged | actor: UN | target: Israel | asserted
        > RETREAT to lift | actor: Israel | target: blockade | planned

        The president asked parliament to ratify the treaty.
        > REQUEST asked | actor: president | target: parliament | asserted
        > SUPPORT to ratify | actor: parliament | target: treaty | planned
        ",
    );
}

#[test]
fn the_future_is_planned() {
    check(
        "
        Turkey will release the journalist next month.
        > RETREAT will release | actor: Turkey | target: journalist | date: 2024-04 | planned

        The court will sentence the banker on Tuesday.
        > SANCTION will sentence | actor: court | target: banker | date: 2024-03-26 | planned
        ",
    );
}

#[test]
fn an_attempt() {
    check(
        "
        Militants tried to kidnap a diplomat in Sanaa.
        > ASSAULT to kidnap | actor: Militants | target: diplomat | count: 1 target | planned
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        The chef likes to cook fish.
        The pilots hope to fly home soon.
        It is hard to see in the fog.
        ",
    );
}
