//! Templates made smaller once, when the theme is loaded; the only user of `minify-html`.
//!
//! `minify-html` deletes white space that readers see (`<nav><a>ก</a> <a>ข</a></nav>` becomes `กข`), takes quotes away, and does not know
//! template syntax inside tags. So its result is used only if [`Seen`] finds the same tags, attributes and text in it;
//! otherwise the template stays as it was written.

/// The template in its smallest form that shows the same; without the feature `minify`, as it is.
pub(super) fn minified(template: &str) -> String {
    #[cfg(feature = "minify")]
    if let Some(small) = in_large_stack(template).filter(|small| super::seen::same(template, small)) {
        return small;
    }
    template.to_owned()
}

/// The parser recurses, and ends the process where the stack of an ordinary thread ends (PROMISES 6).
#[cfg(feature = "minify")]
fn in_large_stack(template: &str) -> Option<String> {
    const STACK: usize = 64 << 20;
    let bytes = template.as_bytes().to_vec();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || {
        let cfg = minify_html::Cfg {
            keep_closing_tags: true,
            keep_html_and_head_opening_tags: true,
            preserve_brace_template_syntax: true,
            ..minify_html::Cfg::default()
        };
        minify_html::minify(&bytes, &cfg)
    });
    String::from_utf8(thread.ok()?.join().ok()?).ok()
}

#[cfg(all(test, feature = "minify"))]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_template_gets_smaller() {
        let template = "<main id=\"main\">\n  <!-- ไม่แสดง -->\n  <h1>{{ title }}</h1>\n  {% if notice %}\n    <p class=\"notice\">{{ notice }}</p>\n  {% endif %}\n</main>\n";
        let small = minified(template);
        assert!(small.len() < template.len() && !small.contains("\n  "), "{small}");
        assert!(small.contains("{% if notice %}") && small.contains("{{ title }}"), "{small}");
    }

    #[test]
    fn a_template_in_which_a_visible_space_would_vanish_is_kept() {
        let template = "<nav>\n  <a href=\"a\">ก</a> <a href=\"b\">ข</a>\n</nav>";
        assert!(in_large_stack(template).unwrap().contains("ก</a><a"), "minify-html has learnt better: simplify");
        assert_eq!(minified(template), template);
    }

    #[test]
    fn template_syntax_inside_a_tag_is_kept() {
        for template in [
            "<p {% if a %}class=\"b\"{% endif %}>ก</p>\n\n",
            "<a href={{x}}>ก</a>\n\n",
            "<a href=\"{{x}}\">ก</a>\n\n",
            "<a title=\"{{ t(key=\"x\") }}\">ก</a>\n\n",
        ] {
            assert!(minified(template).contains(template.trim()), "{}", minified(template));
        }
    }

    #[test]
    fn deep_templates_do_not_end_the_process() {
        let deep = "<div>".repeat(4000) + &"</div>".repeat(4000);
        assert!(minified(&deep).contains("<div><div>"));
    }
}
