//! How many: digits, number words, hedges, vague words, and what is no count.

mod common;
use common::{EXTRACTOR, article, check};
use whodid::Workspace;

#[test]
fn digits_and_number_words() {
    check(
        "
        The blast killed 21 people.
        > ASSAULT killed | actor: blast | target: 21 people | count: 21 target | asserted

        Police arrested twenty-two protesters.
        > COERCE arrested | actor: Police | target: twenty-two protesters | count: 22 target | asserted

        Police arrested 1,200 demonstrators.
        > COERCE arrested | actor: Police | target: 1,200 demonstrators | count: 1200 target | asserted

        Some 1.2 million people have fled Ukraine.
        > DISPLACE have fled | actor: 1.2 million people | count: 1200000 actor | asserted

        The shelling killed one woman.
        > ASSAULT killed | actor: shelling | target: one woman | count: 1 target | asserted
        ",
    );
}

/// Value, least, most and whether it is approximate, of the first event's count.
fn count(text: &str) -> Option<(u64, Option<u64>, Option<u64>, bool)> {
    let mut found = None;
    EXTRACTOR.extract(&article(text), &mut Workspace::default(), &mut |event| {
        let count = event.count.as_ref().map(|count| (count.value, count.min, count.max, count.approx));
        found.get_or_insert(count);
    });
    found.flatten()
}

#[test]
fn hedges_bound_the_value() {
    assert_eq!(count("The quake killed 133 people."), Some((133, Some(133), Some(133), false)));
    assert_eq!(count("The quake killed at least 133 people."), Some((133, Some(133), None, true)));
    assert_eq!(count("The army killed more than 50 rebels."), Some((50, Some(50), None, true)));
    assert_eq!(count("Up to 30 miners were killed."), Some((30, None, Some(30), true)));
    assert_eq!(count("About 170 villagers were killed."), Some((170, None, None, true)));
    assert_eq!(count("The raid killed roughly 25 militants."), Some((25, None, None, true)));
    assert_eq!(count("Police arrested between 10 and 20 students."), Some((15, Some(10), Some(20), false)));
}

#[test]
fn vague_words_have_a_value() {
    assert_eq!(count("The avalanche killed a dozen skiers."), Some((12, Some(12), None, true)));
    assert_eq!(count("Dozens of migrants drowned off Libya."), Some((24, Some(24), None, true)));
    assert_eq!(count("The avalanche buried hundreds of tourists."), Some((200, Some(200), None, true)));
    check(
        "
        Several demonstrators were injured.
        > CASUALTY were injured | target: Several demonstrators | count: 3 target | asserted

        Scores of houses were destroyed.
        > ASSAULT were destroyed | target: Scores of houses | count: 40 target | asserted

        Gunmen killed a couple of traders.
        > ASSAULT killed | actor: Gunmen | target: couple of traders | count: 2 target | asserted

        A handful of protesters were arrested.
        > COERCE were arrested | target: handful of protesters | count: 3 target | asserted

        Police arrested a few students.
        > COERCE arrested | actor: Police | target: few students | count: 3 target | asserted

        Hundreds of thousands of people fled the city.
        > DISPLACE fled | actor: Hundreds of thousands of people | count: 200000 actor | asserted

        Tens of thousands of people marched in Seoul.
        > PROTEST marched | actor: Tens of thousands of people | count: 20000 actor | asserted
        ",
    );
}

#[test]
fn an_article_counts_a_person_who_is_harmed_or_taken() {
    check(
        "
        A soldier was killed in the clash.
        > ASSAULT was killed | actor: clash | target: soldier | count: 1 target | asserted

        Soldiers were killed in the clash.
        > ASSAULT were killed | actor: clash | target: Soldiers | asserted

        The queen praised a soldier.
        > SUPPORT praised | actor: queen | target: soldier | asserted

        A rocket destroyed a house.
        > ASSAULT destroyed | actor: rocket | target: house | asserted
        ",
    );
}

#[test]
fn of_actors_and_of_occurrences() {
    check(
        "
        Two men robbed a bank in Lyon.
        > CRIME robbed | actor: Two men | target: bank | count: 2 actor | asserted

        Israel launched three airstrikes on Damascus.
        > ASSAULT airstrikes | actor: Israel | target: Damascus | count: 3 action | asserted
        ",
    );
}

#[test]
fn nobody_is_zero() {
    check(
        "
        No one was killed.
        > ASSAULT was killed | target: No one | count: 0 target | negated
        ",
    );
}

#[test]
fn ages_money_and_scores_are_no_counts() {
    check(
        "
        A 45-year-old man was stabbed in Leeds.
        > ASSAULT was stabbed | target: 45-year-old man | count: 1 target | asserted

        The suspect was sentenced to 20 years in prison.
        > SANCTION was sentenced | target: suspect | asserted

        The team won 3-2.

        The company raised $30 million.
        > ECONOMY raised | actor: company | target: $30 million | asserted
        ",
    );
}
