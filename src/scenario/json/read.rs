//! JSON from a text, with a limit on its depth.

use super::Json;
use crate::i18n::decimal;
use crate::scenario::DocumentError;

/// Deeper nesting is no document of ours, and could use up the stack.
const DEPTH_MAX: usize = 32;

impl Json {
    /// Reads a whole text; says in which line and column it stops being JSON.
    pub fn read(text: &str) -> Result<Self, DocumentError> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0).filter(|_| {
            reader.blank();
            reader.at == text.len()
        });
        value.ok_or_else(|| reader.stopped())
    }
}

/// A text and how far it has been read. What cannot be read is `None`, and `at` says where.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn takes(&mut self, word: &str) -> bool {
        let is_here = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += if is_here { word.len() } else { 0 };
        is_here
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.blank();
        match self.peek()? {
            b'{' if depth < DEPTH_MAX => self.map(depth + 1),
            b'[' if depth < DEPTH_MAX => self.list(depth + 1),
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number().map(Json::Number),
            b'n' if self.takes("null") => Some(Json::Null),
            b't' if self.takes("true") => Some(Json::Bool(true)),
            b'f' if self.takes("false") => Some(Json::Bool(false)),
            _ => None,
        }
    }

    /// Whether another entry follows; none where neither a comma nor the bracket does.
    fn goes_on(&mut self, is_first: bool, bracket: &str) -> Option<bool> {
        self.blank();
        if self.takes(bracket) {
            return Some(false);
        }
        (is_first || self.takes(",")).then_some(true)
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut list = Vec::new();
        while self.goes_on(list.is_empty(), "]")? {
            list.push(self.value(depth)?);
        }
        Some(Json::List(list))
    }

    fn map(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut map = Vec::new();
        while self.goes_on(map.is_empty(), "}")? {
            self.blank();
            let key = self.string()?;
            self.blank();
            if !self.takes(":") {
                return None;
            }
            map.push((key, self.value(depth)?));
        }
        Some(Json::Map(map))
    }

    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        self.takes("-");
        // No figure begins with 0 but 0 itself.
        let is_zero = self.peek() == Some(b'0');
        if self.digits()? != 1 && is_zero {
            return None;
        }
        if self.takes(".") {
            self.digits()?;
        }
        if self.takes("e") || self.takes("E") {
            let _ = self.takes("+") || self.takes("-");
            self.digits()?;
        }
        decimal::read(&self.text[start..self.at]).filter(|n| n.is_finite())
    }

    /// How many digits come, at least one.
    fn digits(&mut self) -> Option<usize> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Some(self.at - start).filter(|n| 0 < *n)
    }

    fn string(&mut self) -> Option<String> {
        if !self.takes("\"") {
            return None;
        }
        let mut out = String::new();
        loop {
            let plain = self.at;
            while self.peek().is_some_and(|byte| b' ' <= byte && !b"\"\\".contains(&byte)) {
                self.at += 1;
            }
            out.push_str(&self.text[plain..self.at]);
            if self.takes("\"") {
                return Some(out);
            }
            if !self.takes("\\") {
                return None;
            }
            self.at += 1;
            match self.text.as_bytes().get(self.at - 1)? {
                b'n' => out.push('\n'),
                b'r' => out.push('\r'),
                b't' => out.push('\t'),
                b'b' => out.push('\u{8}'),
                b'f' => out.push('\u{c}'),
                b'u' => out.push(self.escaped()?),
                b'"' => out.push('"'),
                b'\\' => out.push('\\'),
                b'/' => out.push('/'),
                _ => return None,
            }
        }
    }

    /// A letter by number; two numbers for one beyond the first 65,536.
    fn escaped(&mut self) -> Option<char> {
        let high = self.hex()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        if !self.takes("\\u") {
            return None;
        }
        let low = self.hex().filter(|low| (0xdc00..0xe000).contains(low))?;
        char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn stopped(&self) -> DocumentError {
        let mut at = self.at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let read = &self.text[..at];
        let line_start = read.rfind('\n').map_or(0, |newline| newline + 1);
        let line = read.bytes().filter(|byte| *byte == b'\n').count() + 1;
        DocumentError::NotJson { line, column: read[line_start..].chars().count() + 1 }
    }
}
