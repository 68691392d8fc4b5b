//! The public body.

use serde::Serialize;

use super::{is_mail_address, is_telephone, is_web_address, meant_address, meant_mail};
use crate::yaml::{Context, Fields, FromNode, Node, Spanned};

/// หน่วยงาน
#[derive(Clone, Debug, PartialEq)]
pub struct Agency {
    /// Its full name.
    pub name: Spanned<String>,
    /// Other ways in which it writes its name.
    pub aliases: Vec<Spanned<String>>,
    /// เทศบาลตำบล, อบต., …
    pub kind: Option<Spanned<String>>,
    /// อำเภอ
    pub district: Option<Spanned<String>>,
    /// จังหวัด
    pub province: Option<Spanned<String>>,
}

/// The body as a page names it, where it differs from the site file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AgencyOverride {
    /// Its full name.
    pub name: Option<Spanned<String>>,
    /// Other names.
    pub aliases: Vec<Spanned<String>>,
    /// Type.
    pub kind: Option<Spanned<String>>,
    /// อำเภอ
    pub district: Option<Spanned<String>>,
    /// จังหวัด
    pub province: Option<Spanned<String>>,
}

/// ส่วนราชการ
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its name.
    pub name: Spanned<String>,
    /// Other ways of writing it.
    pub aliases: Vec<Spanned<String>>,
}

/// Where the body can be reached.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Address.
    pub address: Option<Spanned<String>>,
    /// Telephone.
    pub phone: Option<Spanned<String>>,
    /// Fax.
    pub fax: Option<Spanned<String>>,
    /// E-mail.
    pub email: Option<Spanned<String>>,
    /// Opening hours.
    pub hours: Option<Spanned<String>>,
    /// The body's main website.
    pub website: Option<Spanned<String>>,
}

impl Agency {
    /// Whether it is a local government (อปท.), of which the list asks more; told by its type, else
    /// by its name.
    pub fn is_local(&self) -> bool {
        const LOCAL: [&str; 8] = ["เทศบาล", "องค์การบริหารส่วน", "อบต.", "อบจ.", "ทต.", "ทม.", "ทน.", "เมืองพัทยา"];
        let name = self.kind.as_ref().unwrap_or(&self.name);
        LOCAL.iter().any(|local| name.value.starts_with(local)) || name.value == "กรุงเทพมหานคร"
    }
}

impl FromNode for Agency {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let name = fields.required("name");
        let (aliases, kind) = (fields.list("aliases"), fields.optional("type"));
        let (district, province) = (fields.optional("district"), fields.optional("province"));
        fields.finish()?;
        Some(Self { name: name?, aliases, kind, district, province })
    }
}

impl FromNode for AgencyOverride {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let agency = Self {
            name: fields.optional("name"),
            aliases: fields.list("aliases"),
            kind: fields.optional("type"),
            district: fields.optional("district"),
            province: fields.optional("province"),
        };
        fields.finish()?;
        Some(agency)
    }
}

impl FromNode for Unit {
    /// A name, or `{name: …, aliases: […]}`.
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        if node.text().is_some() {
            return Spanned::from_node(node, context).map(|name| Self { name, aliases: Vec::new() });
        }
        let mut fields = Fields::of(node, context);
        let (name, aliases) = (fields.required("name"), fields.list("aliases"));
        fields.finish()?;
        Some(Self { name: name?, aliases })
    }
}

impl FromNode for Contact {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let mut fields = Fields::of(node, context);
        let contact = Self {
            address: fields.optional("address"),
            phone: fields.optional("phone"),
            fax: fields.optional("fax"),
            email: fields.optional("email"),
            hours: fields.optional("hours"),
            website: fields.optional("website"),
        };
        if let Some(email) = contact.email.as_ref().filter(|email| !is_mail_address(&email.value)) {
            let meant = meant_mail(&email.value);
            let report = fields.context().report("email-form", &email.span).set("text", &email.value);
            meant.map(|meant| report.set("meant", meant));
        }
        for phone in [&contact.phone, &contact.fax].into_iter().flatten().filter(|phone| !is_telephone(&phone.value)) {
            fields.context().report("telephone-form", &phone.span).set("text", &phone.value);
        }
        if let Some(website) = contact.website.as_ref().filter(|website| !is_web_address(&website.value)) {
            let meant = meant_address(&website.value);
            let report = fields.context().report("web-address", &website.span).set("text", &website.value);
            meant.map(|meant| report.set("meant", meant));
        }
        fields.finish()?;
        Some(contact)
    }
}
