//! Who says so: reporting verbs give no event, their subject is the event's source.

mod common;
use common::check;

#[test]
fn behind_the_clause() {
    check(
        "
        Rebels killed six soldiers in Idlib, the ministry said.
        > ASSAULT killed | actor: Rebels | target: six soldiers | count: 6 target | source: ministry | asserted

        The army captured the town, state television reported.
        > ASSAULT captured | actor: army | target: town | source: state television | asserted

        Rebels shelled the port, residents told Reuters.
        > ASSAULT shelled | actor: Rebels | target: port | source: residents | asserted

        Gunmen attacked a police station in northern Mali on Thursday, the army said.
        > ASSAULT attacked | actor: Gunmen | target: police station | date: 2024-03-21 | source: army | asserted
        ",
    );
}

#[test]
fn before_the_clause() {
    check(
        "
        The army said that it had captured the town.
        > ASSAULT had captured | actor: it = army | target: town | source: army | asserted

        A spokesman said gunmen abducted 30 pupils on Monday.
        > ASSAULT abducted | actor: gunmen | target: 30 pupils | date: 2024-03-18 | count: 30 target | source: spokesman | asserted

        The Kremlin says Ukraine attacked the bridge.
        > ASSAULT attacked | actor: Ukraine | target: bridge | source: Kremlin | asserted

        State media reported that the general had been executed.
        > ASSAULT had been executed | target: general | source: State media | asserted

        The paper reported that the firm had sacked 200 workers.
        > GOVERN had sacked | actor: firm | target: 200 workers | count: 200 target | source: paper | asserted

        Amnesty International said troops tortured detainees.
        > ASSAULT tortured | actor: troops | target: detainees | source: Amnesty International | asserted
        ",
    );
}

#[test]
fn according_to() {
    check(
        "
        According to police, two men robbed a bank in Lyon.
        > CRIME robbed | actor: two men | target: bank | count: 2 actor | source: police | asserted

        The bank was robbed by two men, according to witnesses.
        > CRIME was robbed | actor: two men | target: bank | count: 2 actor | source: witnesses | asserted
        ",
    );
}

#[test]
fn direct_speech() {
    check(
        r#"
        "The soldiers attacked our village," a farmer said.
        > ASSAULT attacked | actor: soldiers | target: our village | source: farmer | asserted
        "#,
    );
}

#[test]
fn a_date_of_saying_is_not_the_date_of_the_event() {
    check(
        "
        Gunmen killed three guards on Sunday, police said on Monday.
        > ASSAULT killed | actor: Gunmen | target: three guards | date: 2024-03-17 | count: 3 target | source: police | asserted
        ",
    );
}

#[test]
fn saying_alone_is_no_event() {
    check(
        "
        The weather was fine, the minister said.
        She said that she liked the film.
        According to the paper, the lake is deep.
        ",
    );
}
