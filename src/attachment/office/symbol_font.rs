//! Fonts whose letters are signs: `ü` in Wingdings is a tick. A document stores the code of the letter, as
//! such or at U+F000 and above; what is read must not depend on the font.

/// A font with signs in place of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SymbolFont {
    Marlett,
    Symbol,
    Webdings,
    Wingdings,
    Wingdings2,
    Wingdings3,
}

impl SymbolFont {
    /// The font of this name; `None` for fonts with letters.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "marlett" => Some(SymbolFont::Marlett),
            "symbol" | "symbol mt" | "symbolmt" => Some(SymbolFont::Symbol),
            "webdings" => Some(SymbolFont::Webdings),
            "wingdings" => Some(SymbolFont::Wingdings),
            "wingdings 2" | "wingdings2" => Some(SymbolFont::Wingdings2),
            "wingdings 3" | "wingdings3" => Some(SymbolFont::Wingdings3),
            _ => None,
        }
    }

    /// Its name, for messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            SymbolFont::Marlett => "Marlett",
            SymbolFont::Symbol => "Symbol",
            SymbolFont::Webdings => "Webdings",
            SymbolFont::Wingdings => "Wingdings",
            SymbolFont::Wingdings2 => "Wingdings 2",
            SymbolFont::Wingdings3 => "Wingdings 3",
        }
    }

    /// What a letter shows; `None` if that is not known. Letters that the font does not have come from another one.
    pub(super) fn shown(self, letter: char) -> Option<char> {
        code(letter).map_or(Some(letter), |code| self.sign(code))
    }

    /// The sign at a code, if it is known. Boxes of all sizes are `☐`: they are there to be ticked.
    pub(super) fn sign(self, code: u8) -> Option<char> {
        match (code, self) {
            (b' ', _) | (0xA0, SymbolFont::Symbol | SymbolFont::Webdings | SymbolFont::Wingdings) => Some(' '),
            (_, SymbolFont::Marlett) => marlett(code),
            (_, SymbolFont::Symbol) => symbol(code),
            (_, SymbolFont::Webdings) => webdings(code),
            (_, SymbolFont::Wingdings) => wingdings(code),
            (_, SymbolFont::Wingdings2) => wingdings2(code),
            (_, SymbolFont::Wingdings3) => wingdings3(code),
        }
    }
}

/// The code of a letter in a symbol font; `None` for a letter that no symbol font has.
pub(super) fn code(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    let code = if (0xF020..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    u8::try_from(code).ok().filter(|code| *code >= 0x20)
}

/// True for a letter that is a sign of a font that the text does not name.
pub(super) fn is_private(letter: char) -> bool {
    matches!(letter, '\u{F020}'..='\u{F0FF}')
}

/// The sign at `code` in a row of signs whose first has the code `first`. A blank is a sign that is not known.
fn of_row(row: &str, first: u8, code: u8) -> Option<char> {
    let at = code.checked_sub(first)?;
    row.chars().nth(usize::from(at)).filter(|sign| *sign != ' ')
}

fn wingdings(code: u8) -> Option<char> {
    match code {
        0x22 => Some('✂'),
        0x28 => Some('☎'),
        0x2A => Some('✉'),
        0x41 => Some('✌'),
        0x45..=0x48 => of_row("☜☞☝☟", 0x45, code),
        0x4A => Some('☺'),
        0x4C => Some('☹'),
        0x51 => Some('✈'),
        0x52 => Some('☼'),
        0x54 => Some('❄'),
        0x6C..=0x78 => of_row("●❍■☐☐☐☐⬧⧫◆❖⬥☒", 0x6C, code),
        0x80..=0x95 => of_row("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x80, code),
        0x9E => Some('·'),
        0x9F => Some('•'),
        0xA1..=0xA8 => of_row("○○○◉◎○▪☐", 0xA1, code),
        0xAA..=0xAF => of_row("✦★✶✴✹✵", 0xAA, code),
        0xD8 => Some('➢'),
        0xDC => Some('➲'),
        0xDF..=0xEE => of_row("←→↑↓↖↗↙↘←→↑↓↖↗↙↘", 0xDF, code),
        0xEF..=0xF4 => of_row("⇦⇨⇧⇩⬄⇳", 0xEF, code),
        0xFB..=0xFE => of_row("✗✓☒☑", 0xFB, code),
        _ => None,
    }
}

fn wingdings2(code: u8) -> Option<char> {
    match code {
        0x4F..=0x54 => of_row("✗✓☒☑☒☒", 0x4F, code),
        0x69..=0x7E => of_row("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x69, code),
        0x95 => Some('·'),
        0x96..=0x98 => of_row("••●", 0x96, code),
        0xA0 => Some('▪'),
        0xA2 => Some('■'),
        0xA3 => Some('☐'),
        _ => None,
    }
}

fn wingdings3(code: u8) -> Option<char> {
    match code {
        0x21..=0x28 => of_row("←→↑↓↖↗↙↘", 0x21, code),
        0x66..=0x6D => of_row("←→↑↓↖↗↙↘", 0x66, code),
        0x70..=0x77 => of_row("▲▼△▽◀▶◁▷", 0x70, code),
        0x7D => Some('▶'),
        _ => None,
    }
}

fn marlett(code: u8) -> Option<char> {
    match code {
        b'a' | b'b' => Some('✓'),
        b'h' | b'i' => Some('•'),
        b'r' => Some('✗'),
        _ => None,
    }
}

fn webdings(code: u8) -> Option<char> {
    match code {
        0x33..=0x36 => of_row("◀▶▲▼", 0x33, code),
        0x61 => Some('✓'),
        0x63 => Some('☐'),
        0x67 => Some('■'),
        0x6E => Some('●'),
        0x72 => Some('✗'),
        _ => None,
    }
}

fn symbol(code: u8) -> Option<char> {
    const GREEK: &str = "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    const SIGNS: &str = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";
    match code {
        0x22 => Some('∀'),
        0x24 => Some('∃'),
        0x27 => Some('∍'),
        0x2A => Some('∗'),
        0x21..=0x3F => Some(char::from(code)),
        0x40..=0x7E => of_row(GREEK, 0x40, code),
        0xA1..=0xE5 => of_row(SIGNS, 0xA1, code),
        0xF1 => Some('〉'),
        0xF2 => Some('∫'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_crosses_and_boxes_are_those_of_the_font() {
        for (font, code, sign) in [
            ("Wingdings", 0xFC, '✓'),
            ("wingdings", 0xFB, '✗'),
            ("Wingdings", 0xFE, '☑'),
            ("Wingdings", 0xFD, '☒'),
            ("Wingdings", 0xA8, '☐'),
            ("Wingdings", 0x6F, '☐'),
            ("Wingdings", 0x78, '☒'),
            ("Wingdings", 0xE0, '→'),
            ("Wingdings", 0x76, '❖'),
            ("Wingdings 2", 0x50, '✓'),
            ("Wingdings 2", 0x4F, '✗'),
            ("Wingdings 2", 0x52, '☑'),
            ("Wingdings 2", 0xA3, '☐'),
            ("Wingdings 3", 0x22, '→'),
            ("Webdings", 0x61, '✓'),
            ("Marlett", 0x62, '✓'),
            ("Webdings", 0x72, '✗'),
            ("Symbol", 0xB7, '•'),
            ("Symbol", 0xAE, '→'),
            ("Symbol", 0xD6, '√'),
            ("Symbol", 0xDE, '⇒'),
            ("Symbol", 0xE5, '∑'),
            ("Symbol", 0x7A, 'ζ'),
            ("Symbol", 0x57, 'Ω'),
            ("Symbol", 0xD3, '©'),
        ] {
            assert_eq!(SymbolFont::named(font).and_then(|font| font.sign(code)), Some(sign), "{font} {code:X}");
        }
        assert_eq!(SymbolFont::named("TH Sarabun New"), None);
        assert_eq!(SymbolFont::named("Segoe UI Symbol"), None);
        assert_eq!(SymbolFont::Wingdings.sign(0x30), None);
    }

    #[test]
    fn letters_of_other_fonts_are_as_they_are() {
        assert_eq!(
            ['ü', '\u{F0FC}', 'ก', '✓', '0'].map(|letter| SymbolFont::Wingdings.shown(letter)),
            [Some('✓'), Some('✓'), Some('ก'), Some('✓'), None]
        );
    }

    #[test]
    fn a_code_stands_as_such_or_in_the_private_area() {
        assert_eq!([code('ü'), code('\u{F0FC}'), code(' ')], [Some(0xFC), Some(0xFC), Some(0x20)]);
        assert_eq!([code('ก'), code('\u{F700}'), code('\t')], [None; 3]);
        assert!(is_private('\u{F0B7}') && !is_private('\u{F70A}') && !is_private('ü'));
    }
}
