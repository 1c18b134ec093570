//! The lexicon files in the binary.

/// Name and text of each file of `lexicons/`, in the order they are merged.
pub(super) const FILES: &[(&str, &str)] = &[
    ("lexicons/abbreviations.tsv", include_str!("../../lexicons/abbreviations.tsv")),
    ("lexicons/actions-adjectives.tsv", include_str!("../../lexicons/actions-adjectives.tsv")),
    ("lexicons/actions-nouns.tsv", include_str!("../../lexicons/actions-nouns.tsv")),
    ("lexicons/actions-verbs-civil.tsv", include_str!("../../lexicons/actions-verbs-civil.tsv")),
    ("lexicons/actions-verbs-conflict.tsv", include_str!("../../lexicons/actions-verbs-conflict.tsv")),
    ("lexicons/armed-groups.tsv", include_str!("../../lexicons/armed-groups.tsv")),
    ("lexicons/cities.tsv", include_str!("../../lexicons/cities.tsv")),
    ("lexicons/classes.tsv", include_str!("../../lexicons/classes.tsv")),
    ("lexicons/codes.tsv", include_str!("../../lexicons/codes.tsv")),
    ("lexicons/countries.tsv", include_str!("../../lexicons/countries.tsv")),
    ("lexicons/furniture.tsv", include_str!("../../lexicons/furniture.tsv")),
    ("lexicons/grammar.tsv", include_str!("../../lexicons/grammar.tsv")),
    ("lexicons/irregular-nouns.tsv", include_str!("../../lexicons/irregular-nouns.tsv")),
    ("lexicons/irregular-verbs.tsv", include_str!("../../lexicons/irregular-verbs.tsv")),
    ("lexicons/leaders.tsv", include_str!("../../lexicons/leaders.tsv")),
    ("lexicons/numbers.tsv", include_str!("../../lexicons/numbers.tsv")),
    ("lexicons/organizations.tsv", include_str!("../../lexicons/organizations.tsv")),
    ("lexicons/peoples.tsv", include_str!("../../lexicons/peoples.tsv")),
    ("lexicons/persons.tsv", include_str!("../../lexicons/persons.tsv")),
    ("lexicons/regions.tsv", include_str!("../../lexicons/regions.tsv")),
    ("lexicons/roles.tsv", include_str!("../../lexicons/roles.tsv")),
    ("lexicons/sentences.tsv", include_str!("../../lexicons/sentences.tsv")),
    ("lexicons/times.tsv", include_str!("../../lexicons/times.tsv")),
    ("lexicons/towns.tsv", include_str!("../../lexicons/towns.tsv")),
];
