//! Light verbs: their subject is the actor of the event noun, their phrases are its phrases.

mod common;
use common::check;

#[test]
fn the_subject_does_it() {
    check(
        "
        Russian forces carried out an attack on the port of Odesa on Monday.
        > ASSAULT attack | actor: Russian forces | target: port of Odesa | date: 2024-03-18 | asserted

        Israel launched airstrikes against Hezbollah positions.
        > ASSAULT airstrikes | actor: Israel | target: Hezbollah positions | asserted

        The unions staged a strike in Athens.
        > PROTEST strike | actor: unions | asserted

        The rebels mounted an assault on the barracks.
        > ASSAULT assault | actor: rebels | target: barracks | asserted

        Police conducted a raid on the newspaper's offices.
        > COERCE raid | actor: Police | target: newspaper's offices | asserted

        Israel has carried out airstrikes in southern Lebanon.
        > ASSAULT airstrikes | actor: Israel | asserted
        ",
    );
}

#[test]
fn fixed_ones_are_actions_themselves() {
    check(
        "
        The ministers held talks in Geneva on Friday.
        > CONSULT held talks | actor: ministers | date: 2024-03-22 | asserted

        The president paid a visit to Tokyo.
        > CONSULT paid a visit | actor: president | target: Tokyo | asserted

        The opposition held a rally in Caracas on Sunday.
        > PROTEST held a rally | actor: opposition | date: 2024-03-17 | asserted

        The government imposed sanctions on Belarus.
        > SANCTION imposed sanctions | actor: government | target: Belarus | asserted

        Egypt made an appeal to Israel.
        > REQUEST made an appeal | actor: Egypt | target: Israel | asserted
        ",
    );
}

#[test]
fn in_the_passive_by_names_who_did_it() {
    check(
        "
        An attack was carried out by separatists on Tuesday.
        > ASSAULT attack | actor: separatists | date: 2024-03-19 | asserted
        ",
    );
}

#[test]
fn it_happens() {
    check(
        "
        The attack took place in Nice on Thursday.
        > ASSAULT attack | date: 2024-03-21 | asserted
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        The mayor held a cup of tea.
        The judge gave an interview to the BBC.
        The president gave a short speech.
        The suspect underwent surgery.
        ",
    );
}
