//! Sentences that stood in `docs/known-errors.md` and are right now.

mod common;
use common::check;

#[test]
fn once_wrong() {
    check(
        "
        An explosion that wounded six workers damaged the plant.
        > ASSAULT wounded | actor: explosion | target: six workers | count: 6 target | asserted
        > ASSAULT damaged | actor: explosion | target: plant | asserted

        The earthquake that struck Turkey in February 2023 killed more than 50,000 people.
        > DISASTER struck | actor: earthquake | target: Turkey | date: 2023-02 | asserted
        > CASUALTY killed | actor: earthquake | target: 50,000 people | date: 2023-02 | count: 50000 target | asserted

        Rebels who attacked a bus in Chad freed the passengers.
        > ASSAULT attacked | actor: Rebels | target: bus | asserted
        > RETREAT freed | actor: Rebels | target: passengers | asserted

        The farmers who lost their land protested in Lima.
        > PROTEST protested | actor: farmers | asserted

        The protesters who blocked the highway were detained by police.
        > PROTEST blocked | actor: protesters | target: highway | asserted
        > COERCE were detained | actor: police | target: protesters | asserted

        The floods, which killed 14 people in Sindh, damaged roads.
        > CASUALTY killed | actor: floods | target: 14 people | count: 14 target | asserted
        > DISASTER damaged | actor: floods | target: roads | asserted

        Protesters burned cars, looted shops and attacked police.
        > ASSAULT burned | actor: Protesters | target: cars | asserted
        > CRIME looted | actor: Protesters | target: shops | asserted
        > ASSAULT attacked | actor: Protesters | target: police | asserted

        The commander ordered soldiers to shoot protesters.
        > REQUEST ordered | actor: commander | target: soldiers | asserted
        > ASSAULT to shoot | actor: soldiers | target: protesters | planned

        The army denied shelling the village.
        > REJECT denied | actor: army | asserted
        > ASSAULT shelling | actor: army | target: village | denied

        Nobody claimed responsibility.
        > CLAIM claimed responsibility | actor: Nobody | negated

        Militants took six tourists hostage.
        > ASSAULT took six tourists hostage | actor: Militants | target: six tourists | count: 6 target | asserted

        The town came under attack by rebels.
        > ASSAULT came under attack | actor: rebels | target: town | asserted

        French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Friday.
        > CONSULT met | actor: French President Emmanuel Macron | target: German Chancellor Olaf Scholz | date: 2024-03-22 | asserted

        Police fired tear gas, injuring dozens of protesters.
        > ASSAULT fired tear gas | actor: Police | asserted
        > ASSAULT injuring | actor: Police | target: dozens of protesters | count: 24 target | asserted

        Two men armed with knives robbed a shop in Turin.
        > CRIME robbed | actor: Two men | target: shop | count: 2 actor | asserted

        Workers plan to march on Thursday.
        > PROTEST to march | actor: Workers | date: 2024-03-28 | planned

        The mayor said on Monday that 14 people died in the fire.
        > CASUALTY died | actor: fire | target: 14 people | count: 14 target | source: mayor | asserted

        The factory exploded in March 2011.
        > DISASTER exploded | target: factory | date: 2011-03 | asserted

        The general came to power in 1999.
        > GOVERN came to power | actor: general | date: 1999 | asserted
        ",
    );
}
