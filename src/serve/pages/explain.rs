//! The explanation of a diagnostic code as a page: the same text as `prongsai explain CODE`.

use super::own_page;
use crate::base::Lang;
use crate::diagnostics::codes::CodeFile;
use crate::words::preview;

/// The page at `_prongsai/explain/CODE`; `None` for an unknown code.
pub fn explain(code: &str, lang: Lang) -> Option<String> {
    let file = CodeFile::find(code)?;
    Some(own_page::page(file.code, lang, |markup| {
        let severity = file.severity.word(lang);
        markup.element("p", &[], |markup| markup.leaf("strong", &[("class", file.severity.name())], severity));
        markup.markdown(file.explanation(lang));
        markup.element("p", &[], |markup| markup.link("../", preview::to_dashboard(lang)));
    }))
}
