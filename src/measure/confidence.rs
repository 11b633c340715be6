//! The 95 % interval of a figure.

/// The ends of a 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Confidence {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Confidence {
    /// How wide it is.
    pub fn width(self) -> f64 {
        self.high - self.low
    }
}

/// The 0.975 quantile of the standard normal distribution.
pub(super) const Z: f64 = 1.959_963_984_540_054;
