//! The fields of an entry, read by name.

use super::Json;
use crate::scenario::DocumentError;

/// The fields of an entry, each taken out once; what is left over at the end is unknown to us, or
/// there twice.
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    pub fn of(json: Json) -> Result<Self, DocumentError> {
        match json {
            Json::Map(fields) => Ok(Self(fields)),
            _ => Err(bad("")),
        }
    }

    pub fn take(&mut self, key: &str) -> Option<Json> {
        let at = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(at).1)
    }

    /// Nothing may be left.
    pub fn end(self) -> Result<(), DocumentError> {
        self.0.first().map_or(Ok(()), |(key, _)| Err(bad(key)))
    }

    pub fn text(&mut self, key: &str) -> Result<String, DocumentError> {
        match self.take(key) {
            Some(Json::Text(text)) => Ok(text),
            _ => Err(bad(key)),
        }
    }

    /// Empty where it is not there.
    pub fn text_if(&mut self, key: &str) -> Result<String, DocumentError> {
        match self.take(key) {
            None => Ok(String::new()),
            Some(Json::Text(text)) => Ok(text),
            Some(_) => Err(bad(key)),
        }
    }

    pub fn number(&mut self, key: &str) -> Result<f64, DocumentError> {
        self.number_if(key)?.ok_or_else(|| bad(key))
    }

    /// Nothing where it is not there or null.
    pub fn number_if(&mut self, key: &str) -> Result<Option<f64>, DocumentError> {
        match self.take(key) {
            None | Some(Json::Null) => Ok(None),
            Some(Json::Number(n)) => Ok(Some(n)),
            Some(_) => Err(bad(key)),
        }
    }

    /// A whole number from 0 to `most`.
    pub fn whole(&mut self, key: &str, most: u32) -> Result<u32, DocumentError> {
        self.whole_if(key, most)?.ok_or_else(|| bad(key))
    }

    pub fn whole_if(&mut self, key: &str, most: u32) -> Result<Option<u32>, DocumentError> {
        let Some(n) = self.number_if(key)? else { return Ok(None) };
        let is_right = 0.0 <= n && n <= f64::from(most) && n.trunc() == n;
        if is_right { Ok(Some(n as u32)) } else { Err(bad(key)) }
    }

    /// A fiscal year.
    pub fn year(&mut self, key: &str) -> Result<i16, DocumentError> {
        self.whole(key, 9_999).map(|year| year as i16)
    }

    pub fn bool_or(&mut self, key: &str, otherwise: bool) -> Result<bool, DocumentError> {
        match self.take(key) {
            None => Ok(otherwise),
            Some(Json::Bool(yes)) => Ok(yes),
            Some(_) => Err(bad(key)),
        }
    }

    pub fn bool(&mut self, key: &str) -> Result<bool, DocumentError> {
        match self.take(key) {
            Some(Json::Bool(yes)) => Ok(yes),
            _ => Err(bad(key)),
        }
    }

    /// Empty where it is not there.
    pub fn list(&mut self, key: &str) -> Result<Vec<Json>, DocumentError> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Json::List(list)) => Ok(list),
            Some(_) => Err(bad(key)),
        }
    }

    /// Each of a list of numbers, with nothing for null.
    pub fn numbers(&mut self, key: &str) -> Result<Vec<Option<f64>>, DocumentError> {
        let number = |json| match json {
            Json::Null => Ok(None),
            Json::Number(n) => Ok(Some(n)),
            _ => Err(bad(key)),
        };
        self.list(key)?.into_iter().map(number).collect()
    }
}

pub(in crate::scenario) fn bad(what: &str) -> DocumentError {
    DocumentError::Field { what: what.to_owned() }
}
