//! Exact numbers: a fraction of two whole numbers, with checked arithmetic.

/// A number that is not negative, exactly as it was written: "1.7" is 17/10, "two thirds" 2/3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rational {
    numerator: u64,
    denominator: u64,
}

impl Rational {
    /// `numerator / denominator` in lowest terms; `None` where the denominator is 0.
    pub fn new(numerator: u64, denominator: u64) -> Option<Rational> {
        Rational::reduced(u128::from(numerator), u128::from(denominator))
    }

    /// A whole number.
    pub fn whole(value: u64) -> Rational {
        Rational { numerator: value, denominator: 1 }
    }

    fn reduced(numerator: u128, denominator: u128) -> Option<Rational> {
        if denominator == 0 {
            return None;
        }
        let (mut a, mut b) = (numerator, denominator);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = a.max(1);
        Some(Rational {
            numerator: u64::try_from(numerator / divisor).ok()?,
            denominator: u64::try_from(denominator / divisor).ok()?,
        })
    }

    /// The sum; `None` where it is too large.
    pub fn plus(self, other: Rational) -> Option<Rational> {
        let left = u128::from(self.numerator).checked_mul(u128::from(other.denominator))?;
        let right = u128::from(other.numerator).checked_mul(u128::from(self.denominator))?;
        let denominator = u128::from(self.denominator).checked_mul(u128::from(other.denominator))?;
        Rational::reduced(left.checked_add(right)?, denominator)
    }

    /// The product; `None` where it is too large.
    pub fn times(self, other: Rational) -> Option<Rational> {
        let numerator = u128::from(self.numerator).checked_mul(u128::from(other.numerator))?;
        let denominator = u128::from(self.denominator).checked_mul(u128::from(other.denominator))?;
        Rational::reduced(numerator, denominator)
    }

    /// The value if it is whole.
    pub fn integer(self) -> Option<u64> {
        (self.denominator == 1).then_some(self.numerator)
    }

    /// The whole part.
    pub fn floor(self) -> u64 {
        self.numerator / self.denominator.max(1)
    }

    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}
