//! Any bytes as a text: words and tokens against `unicode-segmentation`, sentences for soundness.

#![no_main]

use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use whodid::segment::oracle::check;
use whodid::segment::{Segmenter, Segments};

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::built_in);

fuzz_target!(|bytes: &[u8]| check(&SEGMENTER, &mut Segments::default(), &String::from_utf8_lossy(bytes)));
