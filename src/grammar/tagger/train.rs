//! Training of the tagger: used by `examples/train_tagger.rs` only, and here so that both see the same features.

use super::{
    CLOSED, FORMS, KNOWN, Known, ROWS, STRIDE, TagInput, WIDTH, can_be, known_key, mark, moving_features, row,
    still_features, window,
};
use crate::grammar::Tag;
use crate::lexicon::word_hash;
use std::collections::HashMap;

/// What is known of words: the lines of `models/words.tsv`, and the words that bear one tag nearly always.
pub struct Words(HashMap<u64, Known>);

impl Words {
    /// Reads the table, and counts the tags of (word hash, tag, whether a capital begins it).
    pub fn new(table: &str, tagged: impl Iterator<Item = (u64, Tag, bool)>) -> Words {
        let mut words: HashMap<u64, Known> = HashMap::new();
        for (form, letters) in table.lines().filter_map(|line| line.split_once('\t')) {
            let bits = FORMS.chars().enumerate().filter(|(_, letter)| letters.contains(*letter));
            let forms = bits.fold(0, |bits, (at, _)| bits | 1 << at);
            words.entry(word_hash(form)).or_default().forms = forms;
        }
        let mut seen: HashMap<u64, HashMap<Tag, usize>> = HashMap::new();
        let mut closed = Vec::new();
        for (hash, tag, capital) in tagged {
            closed.extend(tag.is_closed().then_some(hash));
            if capital {
                continue;
            }
            *seen.entry(hash).or_default().entry(tag).or_default() += 1;
        }
        // Once may be a slip.
        closed.sort_unstable();
        for twice in closed.windows(2).filter(|pair| pair[0] == pair[1]) {
            words.entry(twice[0]).or_default().forms |= CLOSED;
        }
        for (hash, tags) in seen {
            let total: usize = tags.values().sum();
            let most = tags.into_iter().max_by_key(|(tag, n)| (*n, *tag as u8));
            words.entry(hash).or_default().tag =
                most.filter(|&(_, most)| total >= 12 && most as f64 >= 0.985 * total as f64).map(|(tag, _)| tag);
        }
        Words(words)
    }

    /// What is known of the word with this hash.
    pub fn known(&self, hash: u64) -> Known {
        self.0.get(&hash).copied().unwrap_or_default()
    }

    fn bytes(&self) -> Vec<u8> {
        let mut slots = vec![0u32; KNOWN];
        let mut words: Vec<_> = self.0.iter().filter(|(_, known)| known.forms != 0 || known.tag.is_some()).collect();
        words.sort_by_key(|(hash, _)| **hash);
        for (&hash, known) in words {
            let (mut at, print) = known_key(hash);
            while slots[at] != 0 {
                at = (at + 1) & (KNOWN - 1);
            }
            let tag = known.tag.map_or(0, |tag| tag as u32 + 1);
            slots[at] = print << 18 | tag << 12 | u32::from(known.forms);
        }
        slots.iter().flat_map(|slot| slot.to_le_bytes()).collect()
    }
}

/// Trains on sentences of (token, tag) and returns the bytes of a model.
pub fn train(sentences: &[Vec<(TagInput, Tag)>], words: &Words, epochs: usize) -> Vec<u8> {
    let owners = owners(sentences);
    let owned = |feature: &&u64| owners[row(**feature)] == **feature;
    let mut weights = vec![0f32; ROWS * WIDTH];
    let mut totals = vec![0f64; ROWS * WIDTH];
    let mut step = 0f64;
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut seed = 42u64;
    for epoch in 0..epochs {
        for i in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(i, (seed >> 33) as usize % (i + 1));
        }
        let mut wrong = 0;
        for &index in &order {
            let sentence = &sentences[index];
            let tokens: Vec<TagInput> = sentence.iter().map(|pair| pair.0).collect();
            let (mut before, mut before_that) = (Tag::PUNCT, Tag::PUNCT);
            for (i, (token, gold)) in sentence.iter().enumerate() {
                let guess = if let Some(tag) = token.fixed {
                    tag
                } else {
                    step += 1.0;
                    let window = window(&tokens, i);
                    let still = still_features(&window, i == 0);
                    let moving = moving_features(&window, i == 0, before, before_that);
                    let features = [&still[..], &moving].concat();
                    let mut sums = [0f32; WIDTH];
                    for &feature in features.iter().filter(owned) {
                        let row = row(feature) * WIDTH;
                        for (sum, weight) in sums.iter_mut().zip(&weights[row..row + WIDTH]) {
                            *sum += weight;
                        }
                    }
                    let allowed = |tag: &usize| can_be(token.forms, Tag::ALL[*tag]);
                    let best = (0..Tag::PUNCT as usize)
                        .filter(allowed)
                        .reduce(|best, tag| if sums[tag] > sums[best] { tag } else { best })
                        .unwrap_or(0);
                    if best != *gold as usize {
                        wrong += 1;
                        for &feature in features.iter().filter(owned) {
                            let row = row(feature) * WIDTH;
                            weights[row + *gold as usize] += 1.0;
                            totals[row + *gold as usize] += step;
                            weights[row + best] -= 1.0;
                            totals[row + best] -= step;
                        }
                    }
                    Tag::ALL[best]
                };
                (before_that, before) = (before, guess);
            }
        }
        eprintln!("epoch {epoch}: {wrong} updates");
    }
    let averaged: Vec<f32> =
        weights.iter().zip(&totals).map(|(w, total)| w - (*total / step.max(1.0)) as f32).collect();
    // One byte a weight: the scale keeps all but the largest few exact in rank.
    let mut sizes: Vec<f32> = averaged.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0);
    let scale = 127.0 / top;
    let mut bytes: Vec<u8> = averaged
        .chunks(WIDTH)
        .zip(&owners)
        .flat_map(|(row, &owner)| {
            let mut line = [0u8; STRIDE];
            line[WIDTH..WIDTH + 2].copy_from_slice(&mark(owner));
            for (byte, weight) in line.iter_mut().zip(row) {
                *byte = (weight * scale).round().clamp(-127.0, 127.0) as i8 as u8;
            }
            line
        })
        .collect();
    bytes.extend(words.bytes());
    bytes
}

/// The feature that each row is for: of those that fall there, the most frequent, if it comes twice.
fn owners(sentences: &[Vec<(TagInput, Tag)>]) -> Vec<u64> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for sentence in sentences {
        let tokens: Vec<TagInput> = sentence.iter().map(|pair| pair.0).collect();
        let tag = |i: usize, back: usize| i.checked_sub(back).map_or(Tag::PUNCT, |i| sentence[i].1);
        for i in (0..tokens.len()).filter(|&i| tokens[i].fixed.is_none()) {
            let window = window(&tokens, i);
            let moving = moving_features(&window, i == 0, tag(i, 1), tag(i, 2));
            for feature in still_features(&window, i == 0).into_iter().chain(moving) {
                *counts.entry(feature).or_default() += 1;
            }
        }
    }
    let mut owners = vec![(1, 0); ROWS];
    for (feature, count) in counts {
        let owner = &mut owners[row(feature)];
        *owner = (*owner).max((count, feature));
    }
    owners.into_iter().map(|(_, feature)| feature).collect()
}
