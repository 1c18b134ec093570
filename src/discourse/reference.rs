//! Pronouns: the nearest earlier mention that agrees in kind and number.

use crate::lexicon::Kind;
use crate::mention::Entity;

/// A noun phrase that a pronoun may stand for.
#[derive(Clone, Copy, Debug)]
pub struct Mention<'a> {
    /// Its words, as they stand in the text.
    pub text: &'a str,
    pub entity: Entity<'a>,
    pub plural: bool,
    /// It is the subject of its clause: pronouns take subjects first.
    pub subject: bool,
    /// Number of its sentence.
    pub sentence: usize,
}

/// The mentions of an article so far.
#[derive(Default)]
pub struct Mentions<'a> {
    mentions: Vec<Mention<'a>>,
}

/// A pronoun's antecedent is not sought farther back, in sentences.
const FARTHEST: usize = 3;

impl<'a> Mentions<'a> {
    /// Adds a mention, in the order of the text.
    pub fn add(&mut self, mention: Mention<'a>) {
        self.mentions.push(mention);
    }

    /// What a pronoun of this class ("person", "plural", "thing") in this sentence stands for. Of the mentions of the
    /// nearest sentence that has any that agree, the last subject, else the last one.
    pub fn resolve(&self, class: &str, sentence: usize) -> Option<&Mention<'a>> {
        let agrees = |mention: &&Mention| {
            let kind = mention.entity.kind;
            match class {
                "person" => kind == Some(Kind::Person) && !mention.plural,
                "plural" => mention.plural || matches!(kind, Some(Kind::Group | Kind::Organization)),
                "thing" => !mention.plural && matches!(kind, Some(Kind::Organization | Kind::Group | Kind::Country)),
                _ => false,
            }
        };
        let near = self.mentions.iter().rev().take_while(|mention| mention.sentence + FARTHEST >= sentence);
        let mut best: Option<&Mention> = None;
        for mention in near.filter(agrees) {
            match best {
                Some(known) if known.sentence > mention.sentence || known.subject => break,
                Some(_) if !mention.subject => {}
                _ => best = Some(mention),
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(text: &str, kind: Kind, plural: bool, subject: bool, sentence: usize) -> Mention<'_> {
        let entity = Entity { kind: Some(kind), ..Entity::default() };
        Mention { text, entity, plural, subject, sentence }
    }

    #[test]
    fn nearest_subject_that_agrees() {
        let mut mentions = Mentions::default();
        mentions.add(mention("the army", Kind::Organization, false, true, 0));
        mentions.add(mention("Putin", Kind::Person, false, true, 0));
        mentions.add(mention("Guitta", Kind::Person, false, false, 1));
        mentions.add(mention("rebels", Kind::Group, true, false, 1));
        let resolve = |class, sentence| mentions.resolve(class, sentence).map(|mention| mention.text);
        assert_eq!(resolve("person", 2), Some("Guitta"));
        assert_eq!(resolve("plural", 2), Some("rebels"));
        assert_eq!(resolve("thing", 1), Some("the army"));
        assert_eq!(resolve("thing", 9), None);
    }
}
