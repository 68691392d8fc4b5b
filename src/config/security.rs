//! `security` in the site file: contact for reports of vulnerabilities
//! (`/.well-known/security.txt`, RFC 9116).

use std::ops::Range;

use super::Contact;
use crate::thai::Date;
use crate::yaml::{Context, Declared, Fields, FromNode, Node, Shape, Spanned, structure};

/// Content of `security.txt`.
#[derive(Clone, Debug, PartialEq)]
pub struct Security {
    /// Contacts in order of preference; never empty.
    pub(crate) contact: Vec<Reach>,
    /// Last day of validity.
    pub(crate) expires: Spanned<Date>,
    /// Disclosure policy.
    pub(crate) policy: Option<Reach>,
}

/// A `mailto:`, `tel:` or `https:` URI in printable ASCII without spaces, so it cannot contain a
/// line break.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Reach(String);

impl Reach {
    /// Parses an e-mail address, `tel:+6620000000`, or a URL that begins with `https://`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.starts_with("https://") {
            let url = url::Url::parse(text).ok().filter(|url| url.username().is_empty())?;
            return Some(Self(url.into()));
        }
        if let Some(number) = text.strip_prefix("tel:") {
            let number: String = crate::thai::to_arabic(number).chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect();
            let digits = number.strip_prefix('+').unwrap_or(&number);
            return (digits.len() >= 3 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| Self(format!("tel:{number}")));
        }
        let mail = text.strip_prefix("mailto:").unwrap_or(text);
        let (name, host) = mail.split_once('@')?;
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_+".contains(&b));
        (plain(name) && plain(host)).then(|| Self(format!("mailto:{mail}")))
    }

    /// The URI.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_web(&self) -> bool {
        self.0.starts_with("https:")
    }
}

impl Declared for Reach {
    fn shape() -> Shape {
        Shape::Text
    }

    fn written(&self) -> serde_json::Value {
        self.0.as_str().into()
    }
}

impl FromNode for Reach {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let reach = Self::parse(&text);
        if reach.is_none() {
            context.report("security-address", &node.span).set("text", text);
        }
        reach
    }
}

structure! {
    /// At whom a reader who finds a weakness of the site knocks (RFC 9116).
    #[derive(Clone, Debug)]
    pub(super) struct SecurityBlock, "ผู้รับแจ้งช่องโหว่ของเว็บ", shown "ไฟล์ /.well-known/security.txt" "/.well-known/security.txt", then SecurityBlock::check {
        /// Where to report, the best first; the e-mail address of the body by default.
        contact: Option<Vec<Reach>> = optional "contact", "ช่องทางรับแจ้ง ที่สะดวกที่สุดก่อน ถ้าไม่ระบุใช้อีเมลของหน่วยงาน",
            eg "[webmaster@example.go.th, 'tel:+6620000000']", by reaches;
        /// The last day on which the file counts.
        expires: Spanned<Date> = required "expires", "ใช้ได้ถึงวันที่", eg "2027-09-30";
        /// What the body asks of who reports: an address of a page.
        policy: Option<Spanned<Reach>> = optional "policy", "ที่อยู่หน้าแนวปฏิบัติสำหรับผู้แจ้ง", eg "https://www.example.go.th/security";
    }
}

/// Distinguishes an absent list from one that is empty or has no valid entry.
fn reaches(fields: &mut Fields<'_, '_, '_>) -> Option<Vec<Reach>> {
    fields.mentions("contact").then(|| fields.list("contact"))
}

impl SecurityBlock {
    fn check(&mut self, context: &mut Context<'_>) {
        if let Some(other) = self.policy.take_if(|policy| !policy.value.is_web()) {
            context.report("security-address", &other.span).set("web", other.value.as_str());
        }
    }

    /// Adds the e-mail address of the body if the block names no contact; `None` if there is none
    /// either.
    pub(super) fn with(self, contact: &Contact, at: &Range<usize>, context: &mut Context<'_>) -> Option<Security> {
        let is_named = self.contact.is_some();
        let named = self.contact.unwrap_or_default();
        let of_body = contact.email.as_ref().and_then(|email| Reach::parse(&email.value)).filter(|_| named.is_empty());
        let contact: Vec<Reach> = named.into_iter().chain(of_body).collect();
        if contact.is_empty() {
            if !is_named {
                context.report("missing-field", at).set("key", "contact");
            }
            return None;
        }
        Some(Security { contact, expires: self.expires, policy: self.policy.map(|policy| policy.value) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_uri_of_one_line() {
        let reach = |text| Reach::parse(text).map(|reach| reach.0);
        assert_eq!(reach("webmaster@example.go.th").as_deref(), Some("mailto:webmaster@example.go.th"));
        assert_eq!(reach("tel: ๐ 2000-0000").as_deref(), Some("tel:020000000"));
        assert_eq!(
            reach("https://www.example.go.th/แจ้ง").as_deref(),
            Some("https://www.example.go.th/%E0%B9%81%E0%B8%88%E0%B9%89%E0%B8%87")
        );
        for text in [
            "",
            "เว็บมาสเตอร์",
            "http://example.go.th/",
            "javascript:alert(1)",
            "a@b\nExpires: 2099-01-01T00:00:00Z",
            "a b@c",
            "https://",
            "tel:1",
        ] {
            assert_eq!(reach(text), None, "{text}");
        }
        let url = reach("https://example.go.th/a\nExpires: x").unwrap();
        assert!(url.bytes().all(|b| b.is_ascii_graphic()), "{url}");
    }
}
