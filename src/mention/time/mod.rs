use jiff::civil::Date;
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexKind { Date, Time, Duration, Set }
#[derive(Clone, Debug)]
pub struct Timex { pub tokens: (usize, usize), pub kind: TimexKind, pub value: String, pub from: Option<Date>, pub to: Option<Date>, pub rule: &'static str }
pub struct Anchor;
impl Anchor { pub fn new(_p: Option<Date>) -> Anchor { Anchor } }
pub struct TimeGrammar;
impl TimeGrammar { pub fn new(_l: &crate::lexicon::Lexicon) -> Self { TimeGrammar } pub fn find(&self, _w: &crate::grammar::Words, _a: &mut Anchor, _o: &mut Vec<Timex>) {} }
