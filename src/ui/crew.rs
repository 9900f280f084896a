//! How many workers: as many as were found to be faster. Cores that share a cache, heat or another
//! program make the number of cores a poor guess, so each size is timed on the same work.

/// A larger crew has to be this much faster to be worth its memory.
const WORTH: f64 = 1.15;

/// Finds the size of the crew, one timing after another.
pub struct Crew {
    most: usize,
    /// The best size so far, and its blocks in a millisecond.
    best: (usize, f64),
    /// The size to be timed next; none when it is found.
    next: Option<usize>,
}

impl Crew {
    pub fn new(most: usize) -> Self {
        Self { most, best: (1, 0.0), next: (1 < most).then_some(1) }
    }

    pub fn size(&self) -> usize {
        self.best.0
    }

    /// What that size takes for each piece of work done by one of its workers; none where no size
    /// was timed.
    pub fn ms_a_piece(&self) -> Option<f64> {
        let (_, speed) = self.best;
        (0.0 < speed).then(|| 1.0 / speed)
    }

    pub fn next(&self) -> Option<usize> {
        self.next
    }

    /// Each of the workers timed has done its piece within so many milliseconds.
    pub fn took(&mut self, ms: f64) {
        let Some(size) = self.next else { return };
        let speed = size as f64 / ms.max(1e-3);
        let is_better = self.best.1 * WORTH < speed;
        if is_better {
            self.best = (size, speed);
        }
        let larger = (size * 2).min(self.most);
        self.next = (is_better && size < larger).then_some(larger);
    }
}
