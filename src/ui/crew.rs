//! How many workers: as many as were found to be faster. Cores that share a cache, heat or another
//! program make the number of cores a poor guess, so each size is timed on the same work.

/// A larger crew has to be this much faster to be worth its memory.
const WORTH: f64 = 1.15;

/// A larger crew that was not is timed so often before it is given up: whatever else the machine had to
/// do for a moment would otherwise leave the page with one worker for good.
const TRIES: u32 = 3;

/// Finds the size of the crew, one timing after another.
pub struct Crew {
    most: usize,
    /// The best size so far, and its blocks in a millisecond.
    best: (usize, f64),
    /// The size to be timed next; none when it is found.
    next: Option<usize>,
    /// How often that size was timed in vain.
    n_tries: u32,
}

impl Crew {
    pub fn new(most: usize) -> Self {
        Self { most, best: (1, 0.0), next: (1 < most).then_some(1), n_tries: 0 }
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
            let larger = (size * 2).min(self.most);
            (self.best, self.n_tries) = ((size, speed), 0);
            self.next = (size < larger).then_some(larger);
        } else {
            self.n_tries += 1;
            self.next = (self.n_tries < TRIES).then_some(size);
        }
    }
}
