//! Active verb groups: the subject does it, the object suffers it.

mod common;
use common::check;

#[test]
fn subject_verb_object() {
    check(
        "
        Russian jets bombed a hospital in Aleppo on Tuesday.
        > ASSAULT bombed | actor: Russian jets | target: hospital | date: 2024-03-19 | asserted

        A suicide bomber killed at least 12 soldiers at a checkpoint near Mogadishu.
        > ASSAULT killed | actor: suicide bomber | target: 12 soldiers | count: 12 target | asserted

        The government dismissed the finance minister on Monday.
        > GOVERN dismissed | actor: government | target: finance minister | date: 2024-03-18 | asserted

        The rebels released 14 hostages.
        > RETREAT released | actor: rebels | target: 14 hostages | count: 14 target | asserted

        Parliament passed the budget on Thursday.
        > GOVERN passed | actor: Parliament | target: budget | date: 2024-03-21 | asserted

        The bank raised interest rates in January.
        > ECONOMY raised | actor: bank | target: interest rates | date: 2024-01 | asserted

        Hackers stole data from the ministry.
        > CRIME stole | actor: Hackers | target: data | asserted
        ",
    );
}

#[test]
fn names_keep_their_titles_and_lose_their_article() {
    check(
        "
        French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Friday.
        > CONSULT met | actor: French President Emmanuel Macron | target: German Chancellor Olaf Scholz | date: 2024-03-22 | asserted

        The United Nations condemned the killings.
        > ACCUSE condemned | actor: United Nations | target: killings | asserted
        ",
    );
}

#[test]
fn without_an_object() {
    check(
        "
        Thousands of protesters marched in Warsaw on Wednesday.
        > PROTEST marched | actor: Thousands of protesters | date: 2024-03-20 | count: 2000 actor | asserted

        The king died in 1952.
        > CASUALTY died | target: king | date: 1952 | asserted

        Rescuers found the climbers who went missing on Monday.
        > CASUALTY went missing | target: climbers | date: 2024-03-18 | asserted

        The bridge collapsed.
        > DISASTER collapsed | target: bridge | asserted

        The bank collapsed last month.
        > ECONOMY collapsed | target: bank | date: 2024-02 | asserted
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        The museum has a collection of 300 paintings.
        The bridge is 40 metres long and very old.
        The pilots like strong coffee.
        The team won 3-2.
        The songs that she wrote are popular.
        Meeting rooms are on the third floor.
        ",
    );
}
