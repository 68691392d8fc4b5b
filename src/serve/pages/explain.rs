//! The long text of a code, as a page: the same as `prongsai explain CODE`.

use super::own_page;
use crate::base::Lang;
use crate::diagnostics::codes::CodeFile;
use crate::words::preview;

/// The page of a code, for the address `_prongsai/explain/CODE`; `None` if there is no such code.
pub fn explain(code: &str, lang: Lang) -> Option<String> {
    let file = CodeFile::find(code)?;
    Some(own_page::page(file.code, lang, |markup| {
        let severity = file.severity.word(lang);
        markup.element("p", &[], |markup| markup.leaf("strong", &[("class", file.severity.name())], severity));
        markup.markdown(file.explanation(lang));
        markup.element("p", &[], |markup| markup.link("../", preview::to_dashboard(lang)));
    }))
}
