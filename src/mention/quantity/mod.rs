#[derive(Clone, Debug)]
pub struct Quantity { pub tokens: (usize, usize), pub number: (usize, usize), pub unit: Option<usize>, pub value: u64, pub min: Option<u64>, pub max: Option<u64>, pub approx: bool, pub article: bool, pub status: Option<&'static str>, pub rule: &'static str }
pub struct QuantityGrammar;
impl QuantityGrammar { pub fn new(_l: &crate::lexicon::Lexicon) -> Self { QuantityGrammar } pub fn find(&self, _w: &crate::grammar::Words, _b: &[(usize, usize)], _o: &mut Vec<Quantity>) {} }
