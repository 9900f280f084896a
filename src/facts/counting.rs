//! Two ways of counting people that must never meet in one rate.
//!
//! A census leaves people of unknown age out of its age groups (*raw*); a *completed* figure has
//! them shared out by a stated rule. The way is part of the type, so a rate of one over the other
//! does not compile.

use std::marker::PhantomData;
use std::ops::Add;

use serde::{Deserialize, Serialize};

use crate::i18n::Text;
use crate::places::Ratio;

/// People of unknown age are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raw;

/// People of unknown age are shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completed;

pub trait Counting: Copy + 'static {
    const KEY: &'static str;
    const LABEL: Text;
}

impl Counting for Raw {
    const KEY: &'static str = "raw";
    const LABEL: Text = Text { ja: "年齢不詳を除く", en: "unknown ages left out" };
}

impl Counting for Completed {
    const KEY: &'static str = "completed";
    const LABEL: Text = Text { ja: "年齢不詳を配分済み", en: "unknown ages shared out" };
}

/// A head count, with the way it was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count<K> {
    persons: i64,
    way: PhantomData<K>,
}

impl<K: Counting> Count<K> {
    pub const fn new(persons: i64) -> Self {
        Self { persons, way: PhantomData }
    }

    pub const fn persons(self) -> i64 {
        self.persons
    }

    /// The rate of this count over another *counted the same way*.
    pub const fn over(self, whole: Self) -> Ratio {
        Ratio::new(self.persons, whole.persons)
    }
}

impl<K: Counting> Add for Count<K> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.persons + other.persons)
    }
}
