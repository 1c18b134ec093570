//! What did not happen, may happen, or is denied.

mod common;
use common::check;

#[test]
fn not_and_never() {
    check(
        "
        The rebels did not attack the convoy.
        > ASSAULT did not attack | actor: rebels | target: convoy | negated

        The rebels never attacked the village.
        > ASSAULT never attacked | actor: rebels | target: village | negated

        The police have not arrested anyone.
        > COERCE have not arrested | actor: police | target: anyone | negated

        The truce was not violated.
        > ASSAULT was not violated | target: truce | negated

        The bank did not raise rates in January.
        > ECONOMY did not raise | actor: bank | target: rates | date: 2024-01 | negated

        The group did not claim responsibility.
        > CLAIM did not claim responsibility | actor: group | negated
        ",
    );
}

#[test]
fn a_subject_that_denies() {
    check(
        "
        No group claimed responsibility.
        > CLAIM claimed responsibility | actor: No group | negated

        Neither side violated the truce.
        > ASSAULT violated | actor: Neither side | target: truce | negated

        Neither country recalled its ambassador.
        > SANCTION recalled | actor: Neither country | target: its ambassador = Neither country | negated

        No one was arrested.
        > COERCE was arrested | target: No one | count: 0 target | negated
        ",
    );
}

#[test]
fn refusal() {
    check(
        "
        The minister refused to resign.
        > REJECT refused | actor: minister | asserted
        > GOVERN to resign | actor: minister | negated

        The senator refused to apologise.
        > REJECT refused | actor: senator | asserted
        > SUPPORT to apologise | actor: senator | negated
        ",
    );
}

#[test]
fn denial() {
    check(
        "
        The government denied that its troops had killed civilians.
        > REJECT denied | actor: government | asserted
        > ASSAULT had killed | actor: its troops = government | target: civilians | source: government | denied
        ",
    );
}

#[test]
fn possibility() {
    check(
        "
        The army may attack the port.
        > ASSAULT may attack | actor: army | target: port | possible

        Troops could withdraw from the valley.
        > RETREAT could withdraw | actor: Troops | target: valley | possible

        If rebels attack the town, residents will flee.
        > ASSAULT attack | actor: rebels | target: town | possible
        > DISPLACE will flee | actor: residents | planned
        ",
    );
}

#[test]
fn what_only_looks_negative() {
    check(
        "
        Troops killed no fewer than 70 fighters.
        > ASSAULT killed | actor: Troops | target: 70 fighters | count: 70 target | asserted

        There is no water in the lake.
        ",
    );
}
