//! Cardinal numbers of any size, in digits, in words, or in both: "two hundred and five", "1.7 million", "half a
//! million", "two and a half million", "two thirds of a million".

use super::atoms::{Atom, Atoms};
use super::classes::Classes;
use super::rational::Rational;
use crate::grammar::Words;
use crate::segment::TokenKind;

/// A number in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Its first token, and the one past its last.
    pub tokens: (usize, usize),
    pub value: Rational,
    /// "a dozen", "two dozen": a round figure.
    pub dozens: bool,
    /// Plain digits without separators or words ("2011").
    pub bare_digits: bool,
}

/// Reads the number that starts at token `at`. `and` allows "and" inside it ("two hundred and five").
pub(super) fn numeral(words: &Words, classes: &Classes, at: usize, and: bool) -> Option<Numeral> {
    may_start(words, classes, at).then_some(())?;
    let atoms = Atoms::read(words, classes, at, words.len());
    let first = atoms.get(0)?;
    if matches!(first, Atom::And | Atom::Of | Atom::Point) {
        return None;
    }
    let mut reader = Reader { atoms: &atoms, and, dozens: false };
    let (value, mut count) = reader.number(0)?;
    // A number ends with a token.
    while count > 0 && atoms.end(count).is_none() {
        count -= 1;
    }
    let end = atoms.end(count)?;
    let word = words.word(at);
    let bare_digits = end == at + 1 && word.bytes().all(|byte| byte.is_ascii_digit());
    Some(Numeral { tokens: (at, end), value, dozens: reader.dozens, bare_digits })
}

/// Whether a number may start with this token: a cheap look.
fn may_start(words: &Words, classes: &Classes, at: usize) -> bool {
    let Some(token) = words.tokens.get(at) else { return false };
    if token.kind == TokenKind::Number || words.is(at, classes.number | classes.scale | classes.fraction) {
        return true;
    }
    let cut = |at: usize| words.word(at).bytes().any(|byte| !byte.is_ascii_alphabetic());
    // "a hundred", "a half-million"
    let article = || words.is(at + 1, classes.scale | classes.fraction) || cut(at + 1);
    cut(at) || words.is(at, classes.part) && article()
}

struct Reader<'a> {
    atoms: &'a Atoms,
    and: bool,
    dozens: bool,
}

/// A number while it is read: groups that are closed by a scale, the hundreds of the open group, and the rest of it.
#[derive(Default)]
struct Sum {
    closed: Option<Rational>,
    hundreds: Option<Rational>,
    rest: Option<Rational>,
    /// The last scale: what follows must be smaller.
    scale: Option<u64>,
    /// The rest is a ten of words ("twenty"), so that a unit may follow.
    open_ten: bool,
}

impl Sum {
    fn open(&self) -> Option<Rational> {
        match (self.hundreds, self.rest) {
            (Some(hundreds), Some(rest)) => hundreds.plus(rest),
            (hundreds, rest) => hundreds.or(rest),
        }
    }

    fn total(&self) -> Option<Rational> {
        match (self.closed, self.open()) {
            (Some(closed), Some(open)) => closed.plus(open),
            (closed, open) => closed.or(open),
        }
    }
}

impl Reader<'_> {
    /// The value from atom `at`, and the atom after it.
    fn number(&mut self, at: usize) -> Option<(Rational, usize)> {
        let mut sum = Sum::default();
        let mut next = at;
        while let Some(step) = self.step(&mut sum, next) {
            next = step;
        }
        Some((sum.total()?, next))
    }

    /// Takes one more piece into the sum; `None` where the number ends.
    fn step(&mut self, sum: &mut Sum, at: usize) -> Option<usize> {
        match self.atoms.get(at)? {
            Atom::Digits(value) => {
                if let Some((fraction, end)) = self.mixed(at) {
                    sum.rest.is_none().then_some(())?;
                    sum.rest = Some(value.plus(fraction)?);
                    return Some(end);
                }
                self.small(sum, at, value, false)
            }
            Atom::Small(value) => self.small(sum, at, Rational::whole(value), true),
            Atom::Scale(scale) => {
                self.scale(sum, scale)?;
                Some(at + 1)
            }
            Atom::Fraction(part) => {
                // "half a million", "quarter million"; "half" alone is a number too.
                sum.total().is_none().then_some(())?;
                self.fraction_of(sum, part, at + 1)
            }
            Atom::Article => {
                sum.total().is_none().then_some(())?;
                match self.atoms.get(at + 1)? {
                    Atom::Scale(_) => {
                        sum.rest = Some(Rational::whole(1));
                        Some(at + 1)
                    }
                    Atom::Fraction(part) => self.fraction_of(sum, part, at + 2),
                    _ => None,
                }
            }
            Atom::And => self.after_and(sum, at + 1),
            Atom::Point => {
                let whole = sum.open()?;
                let (fraction, end) = self.point(at + 1)?;
                (sum.hundreds, sum.rest) = (None, Some(whole.plus(fraction)?));
                Some(end)
            }
            Atom::Of => None,
        }
    }

    /// A number below one hundred, or digits.
    fn small(&mut self, sum: &mut Sum, at: usize, value: Rational, word: bool) -> Option<usize> {
        if sum.total().is_none()
            && let Some(Atom::Fraction(part)) = self.atoms.get(at + 1)
        {
            return self.fraction_of(sum, value.times(part)?, at + 2);
        }
        let whole = value.integer();
        match sum.rest {
            Some(rest) if sum.open_ten && word && whole.is_some_and(|unit| (1..10).contains(&unit)) => {
                sum.rest = Some(rest.plus(value)?);
                sum.open_ten = false;
                if let Some(Atom::Fraction(part)) = self.atoms.get(at + 1) {
                    // "twenty-three fifths"
                    sum.rest = Some(rest.plus(value)?.times(part)?);
                    return Some(at + 2);
                }
            }
            None if sum.hundreds.is_none() || whole.is_some_and(|value| value < 100) => {
                // After a scale only what is smaller: "4 thousand 3 hundred", but not "2 thousand 5,000".
                if sum.scale.is_some_and(|scale| whole.is_none_or(|value| value >= scale)) {
                    return None;
                }
                sum.rest = Some(value);
                sum.open_ten = word && whole.is_some_and(|ten| ten >= 20 && ten % 10 == 0);
            }
            _ => return None,
        }
        Some(at + 1)
    }

    fn scale(&mut self, sum: &mut Sum, scale: u64) -> Option<()> {
        let factor = Rational::whole(scale);
        sum.open_ten = false;
        match scale {
            100 => {
                sum.hundreds.is_none().then_some(())?;
                sum.hundreds = Some(sum.rest.take().unwrap_or(Rational::whole(1)).times(factor)?);
            }
            12 => {
                self.dozens = true;
                sum.rest = Some(sum.rest.unwrap_or(Rational::whole(1)).times(factor)?);
            }
            _ => {
                let open = match (sum.open(), sum.closed) {
                    (Some(open), _) => {
                        sum.scale.is_none_or(|last| last > scale).then_some(())?;
                        open.times(factor)?
                    }
                    // "three lakh crore"
                    (None, Some(_)) => sum.closed.take()?.times(factor)?,
                    (None, None) => factor,
                };
                sum.closed = Some(match sum.closed {
                    Some(closed) => closed.plus(open)?,
                    None => open,
                });
                (sum.hundreds, sum.rest, sum.scale) = (None, None, Some(scale));
            }
        }
        Some(())
    }

    /// A fraction that opens a number: "half (a) million", "two thirds of a million", or itself.
    fn fraction_of(&mut self, sum: &mut Sum, fraction: Rational, at: usize) -> Option<usize> {
        let mut next = at;
        if self.atoms.get(next) == Some(Atom::Of) {
            next += 1;
        }
        if self.atoms.get(next) == Some(Atom::Article) {
            next += 1;
        }
        sum.rest = Some(fraction);
        match self.atoms.get(next) {
            Some(Atom::Scale(_)) => Some(next),
            _ => Some(at),
        }
    }

    /// What "and" may add: "two hundred and five", "two and a half", "three million and a quarter".
    fn after_and(&mut self, sum: &mut Sum, at: usize) -> Option<usize> {
        sum.total()?;
        if let Some((fraction, end)) = self.fraction(at) {
            if matches!(self.atoms.get(end), Some(Atom::Scale(_))) {
                if sum.open().is_none() {
                    // "one billion and a half million"
                    sum.rest = Some(fraction);
                    return Some(end);
                }
                (sum.rest, sum.hundreds) = (Some(sum.open()?.plus(fraction)?), None);
                return Some(end);
            }
            match (sum.open(), sum.scale) {
                (None, Some(scale)) => {
                    sum.closed = Some(sum.closed?.plus(fraction.times(Rational::whole(scale))?)?);
                }
                _ => (sum.rest, sum.hundreds) = (Some(sum.open()?.plus(fraction)?), None),
            }
            return Some(end);
        }
        if !self.and || sum.rest.is_some() {
            return None;
        }
        let value = match self.atoms.get(at)? {
            Atom::Small(value) => Rational::whole(value),
            Atom::Digits(value) => value,
            _ => return None,
        };
        let value = value.integer().filter(|value| *value > 0)?;
        let room = if sum.hundreds.is_some() { 100 } else { sum.scale? };
        // A scale behind it must be smaller than the last one: not "3 hundred and 2 hundred".
        let clash = match self.atoms.get(at + 1) {
            Some(Atom::Scale(100)) => sum.hundreds.is_some() && !matches!(self.atoms.get(at + 2), Some(Atom::Scale(_))),
            _ => false,
        };
        (value < room && !clash).then_some(at)
    }

    /// "a half", "three quarters", "one fourth" from atom `at`.
    fn fraction(&self, at: usize) -> Option<(Rational, usize)> {
        let numerator = match self.atoms.get(at)? {
            Atom::Article => 1,
            Atom::Small(value) => value,
            Atom::Fraction(part) => return Some((part, at + 1)),
            _ => return None,
        };
        match self.atoms.get(at + 1)? {
            Atom::Fraction(part) => Some((Rational::whole(numerator).times(part)?, at + 2)),
            _ => None,
        }
    }

    /// "2 1/4": digits and a written fraction behind them.
    fn mixed(&self, at: usize) -> Option<(Rational, usize)> {
        match (self.atoms.get(at)?, self.atoms.get(at + 1)?) {
            (Atom::Digits(whole), Atom::Digits(fraction))
                if whole.integer().is_some() && fraction.floor() == 0 && fraction.integer().is_none() =>
            {
                Some((fraction, at + 2))
            }
            _ => None,
        }
    }

    /// The digits in words behind "point".
    fn point(&self, at: usize) -> Option<(Rational, usize)> {
        let mut numerator: u64 = 0;
        let mut denominator: u64 = 1;
        let mut next = at;
        while let Some(Atom::Small(value)) = self.atoms.get(next) {
            let (mut piece, mut width) = (value, if value < 10 { 10 } else { 100 });
            if value >= 20
                && value.is_multiple_of(10)
                && let Some(Atom::Small(unit @ 1..10)) = self.atoms.get(next + 1)
            {
                piece += unit;
                width = 100;
                next += 1;
            }
            numerator = numerator.checked_mul(width)?.checked_add(piece)?;
            denominator = denominator.checked_mul(width)?;
            next += 1;
        }
        (next > at).then_some(())?;
        Some((Rational::new(numerator, denominator)?, next))
    }
}
