//! The passive: the subject suffers it, "by" names who did it.

mod common;
use common::check;

#[test]
fn with_an_agent() {
    check(
        "
        Three soldiers were killed by rebels in eastern Congo on Sunday.
        > ASSAULT were killed | actor: rebels | target: Three soldiers | date: 2024-03-17 | count: 3 target | asserted

        Two journalists were kidnapped by unidentified gunmen last week.
        > ASSAULT were kidnapped | actor: unidentified gunmen | target: Two journalists | date: 2024-W11 | count: 2 target | asserted

        The village was shelled by government forces.
        > ASSAULT was shelled | actor: government forces | target: village | asserted

        Eleven miners were rescued by firefighters.
        > AID were rescued | actor: firefighters | target: Eleven miners | count: 11 target | asserted

        The bill was vetoed by the president on Tuesday.
        > REJECT was vetoed | actor: president | target: bill | date: 2024-03-19 | asserted

        The minister was accused of corruption by the opposition.
        > ACCUSE was accused | actor: opposition | target: minister | asserted
        ",
    );
}

#[test]
fn without_an_agent() {
    check(
        "
        The opposition leader was arrested in Minsk on Saturday.
        > COERCE was arrested | target: opposition leader | date: 2024-03-23 | asserted

        The mayor has been charged with fraud.
        > COERCE has been charged | target: mayor | asserted

        The suspect was sentenced to 20 years in prison.
        > SANCTION was sentenced | target: suspect | asserted

        Some 40 villagers were kidnapped.
        > ASSAULT were kidnapped | target: 40 villagers | count: 40 target | asserted
        ",
    );
}

#[test]
fn the_event_in_which_it_happened_is_the_cause() {
    check(
        "
        The soldiers were wounded in an ambush.
        > CASUALTY were wounded | actor: ambush | target: soldiers | asserted

        Nine passengers were injured in a crash.
        > CASUALTY were injured | actor: crash | target: Nine passengers | count: 9 target | asserted
        ",
    );
}

#[test]
fn progressive_and_subordinate() {
    check(
        "
        The convoy was being escorted by peacekeepers when it was ambushed.
        > AID was being escorted | actor: peacekeepers | target: convoy | asserted
        > ASSAULT was ambushed | target: it = convoy | asserted

        About 2,000 villagers were evacuated after the dam collapsed.
        > DISPLACE were evacuated | target: 2,000 villagers | count: 2000 target | asserted
        > DISASTER collapsed | target: dam | asserted
        ",
    );
}

#[test]
fn what_is_no_event() {
    check(
        "
        He was born in Lyon in 1970.
        The painting was made by a student.
        The minister was tired.
        The house is surrounded by trees.
        ",
    );
}
