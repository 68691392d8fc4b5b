/// Where a link or an image leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkAddress {
    /// The address for the browser.
    pub href: String,
    /// The whole address, which is printed on paper, if `href` is relative to the page.
    pub in_full: Option<String>,
}

impl From<String> for LinkAddress {
    fn from(href: String) -> Self {
        LinkAddress { href, in_full: None }
    }
}
