//! Item codes in YAML.

use crate::base::ItemCode;
use crate::yaml::{Context, FromNode, Node};

impl FromNode for ItemCode {
    fn from_node(node: &Node, context: &mut Context<'_>) -> Option<Self> {
        let text = String::from_node(node, context)?;
        let code = ItemCode::parse(&text);
        if code.is_none() {
            context.report("not-an-item-code", &node.span).set("text", text);
        }
        code
    }
}
