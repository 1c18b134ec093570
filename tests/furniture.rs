//! What stands around a story: bylines, credits, datelines, contact lines give no events; headlines do.

mod common;
use common::check_text;

const ARREST: &str = "COERCE arrested | actor: Police | target: mayor | asserted";

#[test]
fn a_headline_counts_and_a_dateline_does_not() {
    check_text(
        "Gunmen kill two guards in Mali\nBAMAKO, March 20 (Reuters) - Gunmen killed two guards on Tuesday.\n",
        &[
            "ASSAULT kill | actor: Gunmen | target: two guards | count: 2 target | asserted",
            "ASSAULT killed | actor: Gunmen | target: two guards | date: 2024-03-19 | count: 2 target | asserted",
        ],
    );
}

#[test]
fn a_dateline_is_no_date_of_the_event() {
    check_text("PARIS, March 20 (AP) — Police arrested the mayor.\n", &[ARREST]);
}

#[test]
fn a_byline() {
    check_text("By Jane Roe and Samir Khan\n\nPolice arrested the mayor.\n", &[ARREST]);
}

#[test]
fn photo_credits() {
    check_text(
        "Police arrested the mayor.\n\nRebels attack a village. (Photo by Joe Fire/Getty Images)\n\nAFP/Getty Images\n",
        &[ARREST, "ASSAULT attack | actor: Rebels | target: village | asserted"],
    );
}

#[test]
fn a_headline_told_again_with_its_credit_counts_once() {
    check_text(
        "Police arrest protesters in Lima\nPolice arrest protesters in Lima © Provided by The Strike Times\n\nLIMA (AP) — \
         Police arrested the mayor.\n",
        &["COERCE arrest | actor: Police | target: protesters | asserted", ARREST],
    );
}

#[test]
fn contributor_lines() {
    check_text(
        "Police arrested the mayor.\n\n____\n\nAssociated Press writers Mark Bomb and Sue Kidnap in Bogota contributed to \
         this report.\n",
        &[ARREST],
    );
    check_text("Police arrested the mayor.\n\n(Reporting by John Strike; Editing by Ann March)\n", &[ARREST]);
}

#[test]
fn contacts_and_notices() {
    check_text(
        "Police arrested the mayor.\n\nContact: press@strike.com, tel. 555-1234\n\nCopyright 2024 The Killed Press. All \
         rights reserved.\n\nADVERTISEMENT\n\nFollow us on Twitter @attacknews\n\nSign up for our newsletter to get the \
         attack briefing.\n",
        &[ARREST],
    );
}

#[test]
fn pointers_to_other_stories() {
    check_text("Police arrested the mayor.\n\nRead more: Gunmen killed a judge\n", &[ARREST]);
}
