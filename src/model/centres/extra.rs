//! Posts a plan puts on top of those that follow 65+: parts of a post a centre, as whole posts.

/// Posts beyond those that follow 65+, in whole posts over the centres in their order.
#[derive(Default)]
pub(super) struct Extra {
    asked: f64,
}

impl Extra {
    /// The whole posts of the next centre.
    pub(super) fn next(&mut self, per_centre: f32) -> f32 {
        // A little more than a half, so that a sum of tenths that is a half rounds up everywhere.
        let whole = |asked: f64| libm::floor(asked + 0.5 + 1e-9);
        let before = whole(self.asked);
        // Tenths as written, not as `f32` keeps them.
        self.asked += libm::round(f64::from(per_centre) * 1e4) * 1e-4;
        (whole(self.asked) - before) as f32
    }
}
