//! Templates made smaller once, when the theme is loaded; the only user of `minify-html`.
//!
//! `minify-html` deletes white space that readers see (`<nav><a>ก</a> <a>ข</a></nav>` becomes `กข`), takes quotes away, and does not know
//! template syntax inside tags. So its result is used only if [`Seen`] finds the same tags, attributes and text in it;
//! otherwise the template stays as it was written. Its parser recurses, and ends the process where the stack ends (PROMISES 6): a template
//! that may be nested deeper than is safe in any thread stays too, on every machine.

/// The template in its smallest form that shows the same; without the feature `minify`, as it is.
pub(super) fn minified(template: &str) -> String {
    #[cfg(feature = "minify")]
    if may_be_deep(template) {
        return template.to_owned();
    }
    #[cfg(feature = "minify")]
    if let Some(small) = small(template).filter(|small| super::seen::same(template, small)) {
        return small;
    }
    template.to_owned()
}

/// Counts ends only where they close something; tags without an end count as open.
#[cfg(feature = "minify")]
fn may_be_deep(template: &str) -> bool {
    const DEEPEST: usize = 100;
    let mut open = 0usize;
    template.split('<').skip(1).any(|tag| {
        open = if tag.starts_with('/') { open.saturating_sub(1) } else { open + 1 };
        open > DEEPEST
    })
}

#[cfg(feature = "minify")]
fn small(template: &str) -> Option<String> {
    let cfg = minify_html::Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        preserve_brace_template_syntax: true,
        ..minify_html::Cfg::default()
    };
    String::from_utf8(minify_html::minify(template.as_bytes(), &cfg)).ok()
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
        assert!(small(template).unwrap().contains("ก</a><a"), "minify-html has learnt better: simplify");
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
    fn deep_templates_stay_as_they_are_in_the_smallest_thread() {
        let deep = "<div>\n\n".repeat(4000) + &"</div>".repeat(4000);
        assert_eq!(minified(&deep), deep);
        let still_small = "<div>\n\n".repeat(100) + &"</div>".repeat(100);
        let in_little_stack = std::thread::Builder::new().stack_size(1 << 20).spawn(move || minified(&still_small)).unwrap();
        assert!(in_little_stack.join().unwrap().starts_with("<div><div>"));
    }

    #[test]
    fn no_template_of_the_default_theme_is_too_deep() {
        let templates = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates");
        for entry in walkdir::WalkDir::new(templates).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
            assert!(!may_be_deep(&std::fs::read_to_string(entry.path()).unwrap()), "{}", entry.path().display());
        }
    }
}
