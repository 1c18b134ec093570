//! Participles behind and before their clause: they share its subject.

mod common;
use common::check;

#[test]
fn behind_the_clause() {
    check(
        "
        A bomb exploded in a market in Kabul, killing 13 people.
        > ASSAULT exploded | actor: bomb | asserted
        > ASSAULT killing | actor: bomb | target: 13 people | count: 13 target | asserted

        A car bomb blew up outside a hotel in Mogadishu on Sunday, killing nine people.
        > ASSAULT blew up | actor: car bomb | date: 2024-03-17 | asserted
        > ASSAULT killing | actor: car bomb | target: nine people | date: 2024-03-17 | count: 9 target | asserted

        Militants raided a village in Borno state on Friday, abducting 17 women.
        > ASSAULT raided | actor: Militants | target: village | date: 2024-03-22 | asserted
        > ASSAULT abducting | actor: Militants | target: 17 women | date: 2024-03-22 | count: 17 target | asserted

        Coalition jets struck a wedding on Monday, killing at least 22 guests.
        > ASSAULT struck | actor: Coalition jets | target: wedding | date: 2024-03-18 | asserted
        > ASSAULT killing | actor: Coalition jets | target: 22 guests | date: 2024-03-18 | count: 22 target | asserted

        Storms swept across Alabama, destroying 40 houses.
        > DISASTER swept | actor: Storms | target: Alabama | asserted
        > DISASTER destroying | actor: Storms | target: 40 houses | count: 40 target | asserted

        Soldiers stormed the building, freeing six hostages.
        > ASSAULT stormed | actor: Soldiers | target: building | asserted
        > RETREAT freeing | actor: Soldiers | target: six hostages | count: 6 target | asserted
        ",
    );
}

#[test]
fn leaving_somebody_dead() {
    check(
        "
        A rocket hit a school in Donetsk, leaving 4 teachers dead.
        > ASSAULT hit | actor: rocket | target: school | asserted
        > ASSAULT leaving 4 teachers dead | actor: rocket | target: 4 teachers | count: 4 target | asserted
        ",
    );
}

#[test]
fn past_participles_of_a_noun() {
    check(
        "
        The convoy, attacked by rebels near Gao, returned to its base.
        > ASSAULT attacked | actor: rebels | target: convoy | asserted
        ",
    );
}

#[test]
fn before_the_clause() {
    check(
        "
        Citing security reasons, the ministry banned the march.
        > COERCE banned | actor: ministry | target: march | asserted
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        Looking tired, the minister left the room.
        Running late, the band played only three songs.
        The house overlooking the lake has a red roof.
        ",
    );
}

#[test]
fn once_known_errors() {
    check(
        "
        Troops entered the village, burning dozens of houses.
        > ASSAULT entered | actor: Troops | target: village | asserted
        > ASSAULT burning | actor: Troops | target: dozens of houses | count: 24 target | asserted

        A ferry sank off Sumatra, leaving 30 passengers missing.
        > DISASTER sank | target: ferry | asserted
        > CASUALTY leaving 30 passengers missing | actor: ferry | target: 30 passengers | count: 30 target | asserted
        ",
    );
}
