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
