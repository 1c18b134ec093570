//! Times, quantities and entities in a sentence.
