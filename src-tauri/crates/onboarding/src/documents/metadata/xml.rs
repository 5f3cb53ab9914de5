//! A file of the Metadata API as XML.

use std::collections::BTreeMap;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// The namespace of every file of the Metadata API.
const NAMESPACE: &str = "http://soap.sforce.com/2006/04/metadata";

/// What stands below an element, sorted by name as Salesforce sorts it in what it sends: a file
/// that is retrieved later differs only where a value does.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tree(BTreeMap<&'static str, Node>);

#[derive(Debug, PartialEq, Eq)]
enum Node {
    /// One element for each text.
    Texts(Vec<String>),
    Group(Tree),
}

impl Tree {
    /// Puts texts at a path of element names, `oauthConfig/scopes`.
    pub(super) fn put(&mut self, path: &'static str, texts: Vec<String>) {
        match path.split_once('/') {
            None => {
                self.0.insert(path, Node::Texts(texts));
            }
            Some((first, rest)) => {
                let node = self
                    .0
                    .entry(first)
                    .or_insert_with(|| Node::Group(Self::default()));
                if let Node::Group(tree) = node {
                    tree.put(rest, texts);
                }
            }
        }
    }

    /// Whether there is an element at the path.
    #[cfg(test)]
    pub(super) fn has(&self, path: &str) -> bool {
        self.at(path).is_some()
    }

    /// The texts at the path.
    #[cfg(test)]
    pub(super) fn texts(&self, path: &str) -> &[String] {
        match self.at(path) {
            Some(Node::Texts(texts)) => texts,
            Some(Node::Group(_)) | None => &[],
        }
    }

    #[cfg(test)]
    fn at(&self, path: &str) -> Option<&Node> {
        match path.split_once('/') {
            None => self.0.get(path),
            Some((first, rest)) => match self.0.get(first)? {
                Node::Group(tree) => tree.at(rest),
                Node::Texts(_) => None,
            },
        }
    }

    /// The file, with this root element.
    pub(super) fn to_xml(&self, root: &str) -> io::Result<String> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 4);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writer
            .create_element(root)
            .with_attribute(("xmlns", NAMESPACE))
            .write_inner_content(|writer| self.write(writer))?;
        let mut text = String::from_utf8(writer.into_inner()).map_err(io::Error::other)?;
        text.push('\n');
        Ok(text)
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        for (name, node) in &self.0 {
            match node {
                Node::Texts(texts) => {
                    for text in texts {
                        let text = carriable(text);
                        writer
                            .create_element(*name)
                            .write_text_content(BytesText::new(&text))?;
                    }
                }
                Node::Group(tree) => {
                    writer
                        .create_element(*name)
                        .write_inner_content(|writer| tree.write(writer))?;
                }
            }
        }
        Ok(())
    }
}

/// Without the characters that XML 1.0 has no way to write.
fn carriable(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_indented_and_sorted() {
        let mut tree = Tree::default();
        tree.put("label", vec!["Connector".to_owned()]);
        tree.put("config/scopes", vec!["Api".to_owned(), "Web".to_owned()]);
        tree.put("config/callbackUrl", vec!["http://localhost".to_owned()]);
        assert!(tree.has("config/scopes") && !tree.has("config/certificate"));
        assert_eq!(
            tree.to_xml("App").unwrap(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <App xmlns=\"http://soap.sforce.com/2006/04/metadata\">\n    \
                 <config>\n        \
                     <callbackUrl>http://localhost</callbackUrl>\n        \
                     <scopes>Api</scopes>\n        \
                     <scopes>Web</scopes>\n    \
                 </config>\n    \
                 <label>Connector</label>\n\
             </App>\n"
        );
    }

    #[test]
    fn a_value_cannot_leave_its_element() {
        let mut tree = Tree::default();
        let value = "a</label><consumerSecret>x</consumerSecret> & \"b\"\u{0}\u{b}\n".to_owned();
        tree.put("label", vec![value]);
        let xml = tree.to_xml("App").unwrap();
        let (_, after) = xml.split_once("<label>").unwrap();
        let (inside, _) = after.split_once("</label>").unwrap();
        assert!(
            !inside.contains(['<', '>', '\u{0}', '\u{b}', '\n']),
            "{inside}"
        );
        let back = quick_xml::escape::unescape(inside).unwrap();
        assert_eq!(back, "a</label><consumerSecret>x</consumerSecret> & \"b\"");
    }
}
