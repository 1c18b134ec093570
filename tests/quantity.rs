//! Counts: what a sentence counts, its bounds, and what became of them. One line a case.

use proptest::prelude::*;
use whodid::grammar::Words;
use whodid::lexicon::Lexicon;
use whodid::mention::quantity::{Numeral, Quantity, QuantityGrammar, Rel};
use whodid::{Extractor, Workspace};

struct Reader {
    extractor: Extractor,
    grammar: QuantityGrammar,
}

impl Reader {
    fn new() -> Reader {
        let grammar = QuantityGrammar::new(&Lexicon::built_in());
        Reader { extractor: Extractor::built_in(), grammar }
    }

    fn sentences(&self, text: &str, mut read: impl FnMut(&Words)) {
        self.extractor.tagged(text, None, &mut Workspace::default(), |words, _| read(words));
    }

    fn find(&self, text: &str, busy: &[(usize, usize)], mut take: impl FnMut(&Words, &Quantity)) {
        self.sentences(text, |words| {
            let mut found = Vec::new();
            self.grammar.find(words, busy, &mut found);
            found.iter().for_each(|quantity| take(words, quantity));
        });
    }
}

/// Reads each text and compares what `show` makes of its counts, with "; " between.
fn check(cases: &[(&str, &str)], show: fn(&Words, &Quantity) -> String) {
    let reader = Reader::new();
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let mut found = Vec::new();
        reader.find(text, &[], |words, quantity| found.push(show(words, quantity)));
        if found.join("; ") != *expected {
            wrong.push(format!("{text}\n    found    {}\n    expected {expected}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn text(words: &Words, quantity: &Quantity) -> String {
    words.slice(quantity.tokens.0, quantity.tokens.1).to_string()
}

fn bounds(_: &Words, quantity: &Quantity) -> String {
    let open = |bound: Option<u64>| bound.map_or("-".to_string(), |bound| bound.to_string());
    format!("{} {} {}", quantity.value, open(quantity.min), open(quantity.max))
}

fn status(_: &Words, quantity: &Quantity) -> String {
    format!("{} {}", quantity.value, quantity.status.unwrap_or("-"))
}

fn relation(_: &Words, quantity: &Quantity) -> String {
    format!("{} {:?}", quantity.value, quantity.rel)
}

#[test]
fn spans() {
    check(
        &[
            ("The attack killed at least 133 people.", "at least 133 people"),
            ("Police held more than 20 suspected gang members.", "more than 20 suspected gang members"),
            ("Dozens of others were hurt.", "Dozens of others"),
            ("Four of the attackers died.", "Four of the attackers"),
            ("It killed 13.", "13"),
            ("A total of 11 people were detained.", "A total of 11 people"),
            ("Thousands of Army, Navy and Air Force troops were sent.", "Thousands of Army, Navy and Air Force troops"),
            ("They killed six Syrian and Iraqi soldiers on Friday.", "six Syrian and Iraqi soldiers"),
            ("Hundreds, perhaps thousands, of people died.", "Hundreds, perhaps thousands, of people"),
        ],
        text,
    );
}

#[test]
fn hedges() {
    check(
        &[
            ("Exactly 12 people died.", "12 12 12"),
            ("At least 12 people died.", "12 12 -"),
            ("More than 50 people died.", "50 50 -"),
            ("Over 1,000 people died.", "1000 1000 -"),
            ("Nearly 200 people died.", "200 - -"),
            ("About 170 people died.", "170 - -"),
            ("An estimated 170 people died.", "170 - -"),
            ("Up to 30 people died.", "30 - 30"),
            ("As many as 1.7 million people died.", "1700000 - 1700000"),
            ("No more than 30 people died.", "30 - 30"),
            ("Fewer than 30 people died.", "30 - 30"),
            ("No fewer than 30 people died.", "30 30 -"),
            ("At least some 30 people died.", "30 30 -"),
            ("30 or more people died.", "30 30 -"),
            ("Some 20-odd people died.", "20 - -"),
        ],
        bounds,
    );
}

#[test]
fn vague_counts() {
    check(
        &[
            ("Dozens of people died.", "24 24 -"),
            ("Scores of people died.", "40 40 -"),
            ("Hundreds died.", "200 200 -"),
            ("Tens of thousands of people fled.", "20000 20000 -"),
            ("Hundreds of thousands of people fled.", "200000 200000 -"),
            ("Several people died.", "3 3 -"),
            ("A few people died.", "3 3 -"),
            ("A couple of people died.", "2 2 -"),
            ("A handful of people died.", "3 3 -"),
            ("A dozen people died.", "12 12 -"),
            ("More than a dozen people died.", "12 12 -"),
            ("Two dozen people died.", "24 24 -"),
            ("Several hundred people died.", "300 300 -"),
            ("A few dozen people died.", "36 36 -"),
        ],
        bounds,
    );
}

#[test]
fn ranges() {
    check(
        &[
            ("Between 10 and 20 people died.", "15 10 20"),
            ("From 10 to 20 people died.", "15 10 20"),
            ("Eight to 12 people died.", "10 8 12"),
            ("About 10-15 people died.", "12 10 15"),
            ("Two or three people died.", "2 2 3"),
            ("Around 13,000 to 14,000 people died.", "13500 13000 14000"),
            ("Between two hundred and three hundred people died.", "250 200 300"),
            ("Some 10–20 people died.", "15 10 20"),
            ("Between 1 and 2 million people fled.", "1500000 1000000 2000000"),
        ],
        bounds,
    );
}

#[test]
fn nothing_counted() {
    check(
        &[
            ("There were no casualties.", "0 casualty"),
            ("No injuries or deaths were reported.", "0 injured; 0 killed"),
            ("None of the passengers was hurt.", "0 injured"),
            ("No one was killed.", "0 killed"),
            ("Nobody was hurt in the blast.", "0 injured"),
            ("No one claimed responsibility.", ""),
            ("There is no doubt.", ""),
        ],
        status,
    );
}

#[test]
fn no_counts() {
    check(
        &[
            ("John Smith, 45, was killed.", ""),
            ("Smith (45) was killed.", ""),
            ("He died aged 52.", ""),
            ("The boys, aged 14 and 8, were hurt.", ""),
            ("He is 19 years old.", ""),
            ("Since 2014 the war has gone on.", ""),
            ("It happened on March 11.", ""),
            ("The 2011 attacks went on.", ""),
            ("It ended between 2007 and 2010.", ""),
            ("It cost $24 million.", ""),
            ("It cost 24 million dollars.", ""),
            ("They paid 2.14 billion Taiwan dollars.", ""),
            ("Prices rose 1.7%.", ""),
            ("Prices rose 400 percent.", ""),
            ("Kirschner Medical fell 4 to 15.", ""),
            ("It is 10 miles away.", ""),
            ("He weighs 150 to 175 pounds.", ""),
            ("The 124.8m long ship sank.", ""),
            ("COVID-19 spreads.", ""),
            ("A UH-60 helicopter landed.", ""),
            ("The Boeing 737 landed.", ""),
            ("Flight 370 vanished.", ""),
            ("Section 5 applies.", ""),
            ("Call 1-800-555-1234.", ""),
            ("They won 3-1.", ""),
            ("The vote was 52 to 48.", ""),
            ("One of the victims is John Sterling.", ""),
            ("The two countries agreed.", ""),
            ("Nine out of 10 doctors agree.", ""),
            ("One in five people is poor.", ""),
            ("A 24-hour curfew was declared.", ""),
            ("He came second in the third race.", ""),
            ("Two-thirds of voters agreed.", ""),
            ("It is in One World Trade Center.", ""),
            ("They talked for three more days.", ""),
            ("At 10:30 he left.", ""),
        ],
        text,
    );
}

#[test]
fn statuses() {
    check(
        &[
            ("A bomb kills at least 98 people and injures 800.", "98 killed; 800 injured"),
            ("They killed two people, wounding another.", "2 killed; 1 injured"),
            ("Floods left 32 dead and 68 injured.", "32 killed; 68 injured"),
            ("13 dead, 40 injured in bus crash", "13 killed; 40 injured"),
            ("The deaths of six others shocked the town.", "6 killed"),
            ("The arrest of 12 rebels was announced.", "12 arrested"),
            ("Eight civilians and two policemen are killed and 30 injured.", "8 killed; 2 killed; 30 injured"),
            ("Killing 13 U.S. troops and about 170 Afghans, it shook Kabul.", "13 killed; 170 killed"),
            ("Over 40 people were killed or injured.", "40 casualty"),
            ("Five people who went missing in floods are found dead.", "5 killed"),
            ("Two climbers are still missing.", "2 missing"),
            ("Thousands of people marched.", "2000 protest"),
            ("They abducted 200 schoolgirls.", "200 kidnapped"),
            ("About 80 people were evacuated.", "80 evacuated"),
            ("A train carrying 222 passengers left.", "222 aboard"),
            ("It killed all 176 aboard.", "176 killed"),
            ("19 hijackers killed nearly 3,000 people.", "19 -; 3000 killed"),
            ("Three people suffered gunshot wounds.", "3 injured"),
            ("Troops shot dead two gunmen.", "2 killed"),
            ("The bomb killed 12 Friday and wounded 30 last week.", "12 killed; 30 injured"),
            ("The death toll rose to at least six Friday.", "6 killed"),
            ("It killed the driver and four passengers.", "4 killed"),
            ("The chief was killed along with five bodyguards.", "5 killed"),
            ("Among the dead were 20 children and nine women.", "20 killed; 9 killed"),
            ("Gunmen fatally shot three men.", "3 killed"),
            ("A third of the 900 workers were laid off.", "900 -"),
            ("The plane with 143 people aboard crashed.", "143 aboard"),
            ("Thousands were forced to flee.", "2000 displaced"),
            ("12 were among the dead.", "12 killed"),
        ],
        status,
    );
}

#[test]
fn relations() {
    check(
        &[
            ("The toll rose to 12 from 9.", "12 Toll; 9 PreviousToll"),
            ("The death toll rose from 9 to 12 on Monday.", "9 PreviousToll; 12 Toll"),
            ("The death toll, initially put at 60, rose to 115.", "60 PreviousToll; 115 Toll"),
            ("That brought the death toll to 9,875.", "9875 Toll"),
            ("The death toll climbs to 2,015.", "2015 Toll"),
            ("Another 12 people died.", "12 Increment"),
            ("It killed 12 more.", "12 Increment"),
            ("It killed six, including two soldiers and a child.", "6 Total; 2 Subset; 1 Subset"),
            ("200 people were injured, including a photographer.", "200 Total; 1 Subset"),
            ("Three of them were arrested.", "3 Subset"),
            ("All but four of the passengers died.", "4 Complement"),
            ("The troops killed three people each.", "3 Distributive"),
            ("Six people died, two in Rafah and three in Gaza.", "6 Total; 2 Subset; 3 Subset"),
        ],
        relation,
    );
}

#[test]
fn one_person() {
    check(
        &[
            ("A soldier was killed.", "1 killed"),
            ("A 19-year-old man is arrested.", "1 arrested"),
            ("A 9-year-old is killed and another is injured.", "1 killed; 1 injured"),
            ("An elderly couple was killed.", "2 killed"),
            ("A soldier spoke.", ""),
            ("A suicide bomber kills 12 people.", "12 killed"),
            ("The chief, a former soldier, was killed.", ""),
        ],
        status,
    );
}

#[test]
fn busy_tokens_are_left_out() {
    let reader = Reader::new();
    let mut found = Vec::new();
    reader.find("In 12 villages 13 people died.", &[(0, 3)], |words, quantity| found.push(text(words, quantity)));
    assert_eq!(found, ["13 people"]);
}

#[test]
fn elided_units() {
    let reader = Reader::new();
    let mut units = Vec::new();
    reader.find("They killed two policemen and wounded another.", &[], |words, quantity| {
        units.push((
            quantity.rel == Rel::Increment,
            quantity.article,
            quantity.unit.map(|at| words.word(at).to_string()),
        ));
    });
    assert_eq!(units, [(false, false, Some("policemen".into())), (true, true, Some("policemen".into()))]);
}

/// The cases of Microsoft's Recognizers-Text (English numbers) that news can hold.
#[test]
fn numerals() {
    let reader = Reader::new();
    let mut wrong = Vec::new();
    for (text, expected) in [
        ("one hundred and three and two thirds", 103.0 + 2.0 / 3.0),
        ("sixteen", 16.0),
        ("two thirds", 2.0 / 3.0),
        ("one hundred and sixty-one", 161.0),
        ("half a  dozen", 6.0),
        ("3 dozens", 36.0),
        ("three hundred and two dozens", 324.0),
        ("1,234,567", 1_234_567.0),
        ("123456789101231", 123_456_789_101_231.0),
        ("100k", 100_000.0),
        ("2 million", 2e6),
        ("twenty-one trillion three hundred", 21_000_000_000_300.0),
        ("twenty-one trillion and three hundred", 21_000_000_000_300.0),
        ("Three hundred  and  thirty one", 331.0),
        ("two hundred and two thousand", 202_000.0),
        ("two  thousand  and  two hundred", 2200.0),
        ("two hundred point seventy-one", 200.71),
        ("322 hundred", 32_200.0),
        ("2  1/4", 2.25),
        ("one and a half", 1.5),
        ("five and a quarter", 5.25),
        ("one hundred and three quarters", 100.75),
        ("1.2b", 1.2e9),
        ("1 234 567", 1_234_567.0),
        ("40\u{202f}000", 40_000.0),
        ("4 thousand 3 hundred and 21", 4321.0),
        ("13 lakh", 1_300_000.0),
        ("6 crore and two hundred", 60_000_200.0),
        ("three lakh crore", 3e12),
        ("12,34,567.89", 1_234_567.89),
        ("1.111,11", 1111.11),
        ("half million", 500_000.0),
        ("two thirds of a million", 2_000_000.0 / 3.0),
        ("one billion and three quarters million", 1_000_750_000.0),
        ("one million and a half", 1_500_000.0),
        ("two million and one half", 2_500_000.0),
        ("five and a half million", 5_500_000.0),
        ("six million and two thirds", 6e6 + 2e6 / 3.0),
        ("forty two and a third", 42.0 + 1.0 / 3.0),
        ("nine point nought four", 9.04),
        ("¾", 0.75),
    ] {
        let mut found: Vec<Numeral> = Vec::new();
        reader.sentences(text, |words| reader.grammar.numerals(words, &mut found));
        let values: Vec<f64> = found.iter().map(|numeral| numeral.value.to_f64()).collect();
        if values.len() != 1 || (values[0] - expected).abs() > 1e-9 * expected {
            wrong.push(format!("{text}: {values:?}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_that_is_no_number() {
    let reader = Reader::new();
    for (text, numbers) in [
        ("The one you mentioned is invalid", 0),
        ("Which one do you prefer?", 0),
        ("That one is really good", 0),
        ("The one survivor was found", 1),
        ("One was found", 1),
    ] {
        let mut found = Vec::new();
        reader.sentences(text, |words| reader.grammar.numerals(words, &mut found));
        assert_eq!(found.len(), numbers, "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_text_panics(words in prop::collection::vec(
        prop::sample::select(vec![
            "no", "none", "of", "the", "a", "an", "another", "between", "and", "or", "to", "from", "12", "1,000", "-5",
            "99999999999999999999", "18446744073709551615", "million", "trillion", "hundred", "dozen", "half", "third",
            "two", "twenty-one", "10-15", "1.7m", "people", "killed", "were", "including", ",", ".", "–", "at", "least",
            "more", "than", "toll", "rose", "them", "each", "in", "out", "point", "all", "but", "quadrillion", "1/0",
        ]), 0..30)) {
        READER.with(|reader| reader.find(&words.join(" "), &[], |words, quantity| {
            assert!(quantity.tokens.0 <= quantity.number.0 && quantity.number.1 <= quantity.tokens.1);
            assert!(quantity.tokens.1 <= words.len());
            assert!(quantity.min.is_none_or(|min| min <= quantity.value));
            assert!(quantity.max.is_none_or(|max| max >= quantity.value));
        }));
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}", digits in "[0-9.,/-]{0,20}") {
        READER.with(|reader| reader.find(&format!("{text} {digits} people {text}"), &[], |_, _| {}));
    }
}

thread_local! {
    static READER: Reader = Reader::new();
}
