//! Tokens of Rich Text Format.

/// A token.
pub(super) enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A byte of text, also one written as `\'e0`.
    Byte(u8),
    /// A control word with its number, or a control sign: `\uc1`, `\par`, `\~`.
    Word(&'b str, Option<i32>),
}

/// The tokens of a file.
pub(super) struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Tokens { rest: bytes }
    }

    fn escape(&mut self) -> Option<Token<'b>> {
        if !self.rest.first()?.is_ascii_alphabetic() {
            let (sign, after) = self.rest.split_at_checked(1)?;
            self.rest = after;
            return match sign {
                b"'" => self.hexadecimal(),
                sign => Some(Token::Word(str::from_utf8(sign).unwrap_or_default(), None)),
            };
        }
        let word = self.take_while(u8::is_ascii_alphabetic);
        let sign = if self.rest.first() == Some(&b'-') { -1 } else { 1 };
        if sign < 0 {
            self.take(1);
        }
        let digits = self.take_while(u8::is_ascii_digit);
        let number = digits.parse::<i32>().ok().map(|number| number.saturating_mul(sign));
        if self.rest.first() == Some(&b' ') {
            self.take(1);
        }
        if word == "bin" {
            self.take(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }

    fn hexadecimal(&mut self) -> Option<Token<'b>> {
        let digits = str::from_utf8(self.rest.get(..2)?).unwrap_or_default();
        self.take(2);
        Some(Token::Byte(u8::from_str_radix(digits, 16).unwrap_or(b'?')))
    }

    fn take_while(&mut self, is: impl Fn(&u8) -> bool) -> &'b str {
        let length = self.rest.iter().take_while(|byte| is(byte)).count();
        let (word, after) = self.rest.split_at(length);
        self.rest = after;
        str::from_utf8(word).unwrap_or_default()
    }

    fn take(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let (first, after) = self.rest.split_first()?;
            self.rest = after;
            match first {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return self.escape(),
                // Ends of lines are layout of the file.
                b'\r' | b'\n' | b'\0' => {}
                byte => return Some(Token::Byte(*byte)),
            }
        }
    }
}
