//! What the style sheet of the default theme must not do to a page.

const STYLES: &str = include_str!("../../../themes/default/assets/site.css");

#[test]
fn nothing_moves_the_place_that_a_link_has_reached() {
    let faces: Vec<&str> = STYLES.split("@font-face").skip(1).collect();
    assert_eq!(faces.len(), 4);
    for face in faces {
        assert!(face.split('}').next().unwrap().contains("font-display: optional;"), "a font that swaps in moves the text: {face}");
    }
    assert!(!STYLES.contains("scroll-behavior"), "a smooth way ends where the target was when it began");
}

#[test]
fn the_class_of_a_page_is_that_of_no_element() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    let templates: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    let after = |mark: &'static str, end: &'static str| {
        templates.iter().flat_map(move |text| text.split(mark).skip(1)).filter_map(move |rest| rest.split(end).next())
    };
    let kinds: Vec<&str> = after("{% block kind %}", "{%").collect();
    assert!(kinds.contains(&"topic") && kinds.contains(&"item"), "{kinds:?}");
    for class in after("class=\"", "\"").flat_map(str::split_whitespace) {
        assert!(!kinds.contains(&class), "styles of .{class} would reach a whole page");
    }
}
