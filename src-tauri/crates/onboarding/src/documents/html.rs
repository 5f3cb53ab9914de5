//! A document as one HTML file that needs nothing else, made to be printed.

use std::fmt::Write;

use super::{Block, Document, Item};

const STYLE: &str = "\
:root{color-scheme:light}\
body{font:14px/1.5 Inter,system-ui,sans-serif;color:#1c1b19;background:#fff;max-width:46rem;margin:3rem auto;padding:0 1.5rem}\
h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem;padding-top:1rem;border-top:1px solid #dddad4}\
h3{font-size:1rem;margin:1.25rem 0 .25rem}.sub{color:#5f5b54;margin:0 0 1rem}p{margin:.5rem 0}\
ul.items{list-style:none;padding:0;margin:.5rem 0}ul.items li{display:grid;grid-template-columns:1.5rem 1fr 1.2fr;gap:.25rem .5rem;padding:.35rem 0;border-bottom:1px solid #eeebe6;break-inside:avoid}\
.box{width:.85rem;height:.85rem;border:1px solid #5f5b54;border-radius:2px;margin-top:.25rem;text-align:center;line-height:.8rem;font-size:.8rem}\
.value{font-weight:600;overflow-wrap:anywhere}.note{grid-column:2/-1;color:#5f5b54;font-size:.9em}\
@media print{body{margin:0;max-width:none}h2{break-after:avoid}}";

impl Document {
    /// The document as one HTML file, without scripts and without anything to load.
    pub fn to_html(&self) -> String {
        let title = escape(&self.title);
        let mut out = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
             <p class=\"sub\">{}</p>\n",
            escape(&self.subtitle)
        );
        for section in &self.sections {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "<section>\n<h2>{}</h2>", escape(&section.title));
            for block in &section.blocks {
                push_block(&mut out, block);
            }
            out.push_str("</section>\n");
        }
        out.push_str("</body>\n</html>\n");
        out
    }
}

fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Text(text) => push_element(out, "p", text),
        Block::Heading(text) => push_element(out, "h3", text),
        Block::Items(items) => {
            out.push_str("<ul class=\"items\">\n");
            for item in items {
                push_item(out, item);
            }
            out.push_str("</ul>\n");
        }
        Block::Numbered(steps) => push_list(out, "ol", steps),
        Block::Points(points) => push_list(out, "ul", points),
    }
}

fn push_element(out: &mut String, tag: &str, text: &str) {
    let _ = writeln!(out, "<{tag}>{}</{tag}>", escape(text));
}

fn push_list(out: &mut String, tag: &str, lines: &[String]) {
    let _ = writeln!(out, "<{tag}>");
    for line in lines {
        push_element(out, "li", line);
    }
    let _ = writeln!(out, "</{tag}>");
}

fn push_item(out: &mut String, item: &Item) {
    let (mark, word) = if item.done {
        ("✓", "done")
    } else {
        ("", "open")
    };
    let _ = write!(
        out,
        "<li><span class=\"box\" role=\"img\" aria-label=\"{word}\">{mark}</span><span>{}</span>\
         <span class=\"value\">{}</span>",
        escape(&item.label),
        escape(&item.value)
    );
    if !item.note.is_empty() {
        let _ = write!(out, "<span class=\"note\">{}</span>", escape(&item.note));
    }
    out.push_str("</li>\n");
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use crate::documents::{Block, Document, Item, Section};

    fn document(words: &str) -> Document {
        Document {
            title: words.to_owned(),
            subtitle: words.to_owned(),
            sections: vec![Section {
                title: words.to_owned(),
                blocks: vec![
                    Block::Text(words.to_owned()),
                    Block::Items(vec![Item::new(true, words, words).with_note(words)]),
                    Block::Points(vec![words.to_owned()]),
                ],
            }],
        }
    }

    #[test]
    fn no_text_becomes_markup() {
        let page = document("<script>alert(1)</script>").to_html();
        assert!(!page.contains("<script"));
        let page = document("](javascript:x) <b>").to_markdown();
        assert!(page.contains("\\]") && page.contains("\\<b\\>"));
    }
}
