//! What is said about the look of a run: by itself, its style, the style of its paragraph and of its table.

use super::super::raised::Raised;
use super::super::symbol_font::SymbolFont;
use super::super::xml::Element;

/// What one place says; `None` where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct RunFormat {
    toggles: Toggles,
    double_struck: Option<bool>,
    underlined: Option<bool>,
    /// Nothing, if it is said to stand on the line.
    raised: Option<Option<Raised>>,
    /// Declared to be of a script such as Thai or Arabic.
    complex: Option<bool>,
    fonts: [Option<Face>; 3],
}

/// Properties that a paragraph style and a character style switch off again if both switch them on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Toggles {
    bold: Option<bool>,
    complex_bold: Option<bool>,
    struck: Option<bool>,
    hidden: Option<bool>,
}

/// A font, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    Letters,
    Signs(SymbolFont),
}

/// Which letters a font is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Ascii,
    Other,
    Complex,
}

impl RunFormat {
    /// Takes a property of `rPr`.
    pub(super) fn take(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "b" => self.toggles.bold = Some(element.is_on()),
            "bCs" => self.toggles.complex_bold = Some(element.is_on()),
            "strike" => self.toggles.struck = Some(element.is_on()),
            "vanish" => self.toggles.hidden = Some(element.is_on()),
            "dstrike" => self.double_struck = Some(element.is_on()),
            "u" => self.underlined = Some(element.is_on() && element.attribute("val").as_deref() != Some("none")),
            "vertAlign" => self.raised = Some(element.attribute("val").and_then(|word| Raised::named(&word))),
            "cs" | "rtl" => self.complex = Some(self.complex == Some(true) || element.is_on()),
            "rFonts" => {
                let themes = [("ascii", "asciiTheme"), ("hAnsi", "hAnsiTheme"), ("cs", "cstheme")];
                for (font, (name, theme)) in self.fonts.iter_mut().zip(themes) {
                    let face = |name: &str| SymbolFont::named(name).map_or(Face::Letters, Face::Signs);
                    let said = element.attribute(theme).map(|_| Face::Letters).or_else(|| element.attribute(name).map(|name| face(&name)));
                    *font = said.or(*font);
                }
            }
            _ => {}
        }
    }

    /// What this says, else what `base` says.
    pub(super) fn or(self, base: RunFormat) -> RunFormat {
        let [ascii, other, complex] = self.fonts;
        let [base_ascii, base_other, base_complex] = base.fonts;
        RunFormat {
            toggles: self.toggles.or(base.toggles),
            double_struck: self.double_struck.or(base.double_struck),
            underlined: self.underlined.or(base.underlined),
            raised: self.raised.or(base.raised),
            complex: self.complex.or(base.complex),
            fonts: [ascii.or(base_ascii), other.or(base_other), complex.or(base_complex)],
        }
    }

    /// The symbol font for letters that are signs.
    pub(super) fn symbol_font(self) -> Option<SymbolFont> {
        self.fonts.into_iter().flatten().find_map(|face| match face {
            Face::Signs(font) => Some(font),
            Face::Letters => None,
        })
    }
}

impl Toggles {
    fn or(self, base: Toggles) -> Toggles {
        Toggles {
            bold: self.bold.or(base.bold),
            complex_bold: self.complex_bold.or(base.complex_bold),
            struck: self.struck.or(base.struck),
            hidden: self.hidden.or(base.hidden),
        }
    }

    fn all(self) -> [Option<bool>; 4] {
        [self.bold, self.complex_bold, self.struck, self.hidden]
    }
}

/// What styles say about a run, from the outermost.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StyleFormats {
    pub(super) defaults: RunFormat,
    pub(super) table: RunFormat,
    pub(super) paragraph: RunFormat,
    pub(super) character: RunFormat,
}

/// The look of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Look {
    bold: bool,
    complex_bold: bool,
    is_complex: bool,
    pub(super) is_struck: bool,
    pub(super) is_hidden: bool,
    pub(super) is_underlined: bool,
    pub(super) raised: Option<Raised>,
    fonts: [Option<Face>; 3],
}

impl Look {
    /// What all say together; `direct` is what the run itself says.
    pub(super) fn of(direct: RunFormat, styles: &StyleFormats) -> Look {
        let layered = direct.or(styles.character).or(styles.paragraph).or(styles.table).or(styles.defaults);
        let by_styles = [styles.table, styles.paragraph, styles.character].map(|style| style.toggles.all());
        let [bold, complex_bold, struck, hidden] = [0, 1, 2, 3].map(|at| {
            let of = |all: [Option<bool>; 4]| all.get(at).copied().flatten();
            let odd = by_styles.iter().filter(|style| of(**style) == Some(true)).count() % 2 == 1;
            of(direct.toggles.all()).unwrap_or(odd || of(styles.defaults.toggles.all()) == Some(true))
        });
        Look {
            bold,
            complex_bold,
            is_complex: layered.complex == Some(true),
            is_struck: struck || layered.double_struck == Some(true),
            is_hidden: hidden,
            is_underlined: layered.underlined == Some(true),
            raised: layered.raised.flatten(),
            fonts: layered.fonts,
        }
    }

    /// True if this letter is bold.
    pub(super) fn is_bold(&self, letter: char) -> bool {
        match self.script(letter) {
            Script::Complex => self.complex_bold,
            Script::Ascii | Script::Other => self.bold,
        }
    }

    /// The symbol font in which this letter is shown.
    pub(super) fn symbol_font(&self, letter: char) -> Option<SymbolFont> {
        let [ascii, other, complex] = self.fonts;
        let signs = |face: Option<Face>| match face {
            Some(Face::Signs(font)) => Some(font),
            _ => None,
        };
        if super::super::symbol_font::is_private(letter) {
            // No font with letters has it: whichever can show it.
            return signs(other).or(signs(ascii)).or(signs(complex));
        }
        signs(match self.script(letter) {
            Script::Ascii => ascii,
            Script::Other => other,
            Script::Complex => complex,
        })
    }

    fn script(&self, letter: char) -> Script {
        match letter {
            '\u{E00}'..='\u{E7F}' | '\u{590}'..='\u{8FF}' => Script::Complex,
            _ if self.is_complex => Script::Complex,
            '\0'..='\u{7F}' => Script::Ascii,
            _ => Script::Other,
        }
    }
}
