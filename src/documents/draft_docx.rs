//! Reading the words of a Word document that a deputy sends in: paragraphs, and table rows as label and value; then the parts of a
//! draft in them. Called by the job that reads and by the command line.
//!
//! **Invariants:** a file of any content is read or refused: it neither panics nor takes memory without bound; nothing of it is
//! run, followed or expanded: macros, links, embedded objects and entities are left where they are.

use std::io::{Cursor, Read};

use crate::domain::draft::text::{self as draft_text, DraftText};
use crate::domain::draft::{DraftFileFault, LARGEST_FILE};

/// The text of a document has at most so many bytes of XML; what unpacks to more is made to do harm.
const LARGEST_XML: u64 = 32 << 20;
/// Characters that are read: more is no draft.
const LONGEST_TEXT: usize = 100_000;

/// The parts of a draft.
pub fn read_draft(bytes: &[u8]) -> Result<DraftText, DraftFileFault> {
    let text = text_of(bytes)?;
    let read = draft_text::read(&text);
    if text.trim().is_empty() {
        Err(DraftFileFault::Empty)
    } else {
        Ok(read)
    }
}

/// The words of a document, a paragraph a line; the cells of a table row are parted by tabs.
pub fn text_of(bytes: &[u8]) -> Result<String, DraftFileFault> {
    if i64::try_from(bytes.len()).unwrap_or(i64::MAX) > LARGEST_FILE {
        return Err(DraftFileFault::TooBig);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        // An old document, or a new one under a password: both are to be saved anew.
        return Err(DraftFileFault::OldKind);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(DraftFileFault::NotDocx);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| DraftFileFault::Broken)?;
    let part = match archive.by_name("word/document.xml") {
        Ok(part) => part,
        Err(zip::result::ZipError::FileNotFound) => return Err(DraftFileFault::NotDocx),
        Err(_) => return Err(DraftFileFault::Broken),
    };
    let mut xml = Vec::new();
    part.take(LARGEST_XML + 1)
        .read_to_end(&mut xml)
        .map_err(|_| DraftFileFault::Broken)?;
    if u64::try_from(xml.len()).unwrap_or(u64::MAX) > LARGEST_XML {
        return Err(DraftFileFault::Broken);
    }
    let xml = String::from_utf8(xml).map_err(|_| DraftFileFault::Broken)?;
    let text = words_of(&xml);
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.dedup_by(|one, other| one.is_empty() && other.is_empty());
    Ok(lines.join("\n").chars().take(LONGEST_TEXT).collect())
}

/// Walks through the tags: only text runs, breaks, paragraphs and cells mean anything.
fn words_of(xml: &str) -> String {
    let mut out = String::new();
    let mut rest = xml;
    let mut in_text = false;
    // A text box stands twice, once for older programs; deleted words stand for what was there.
    let mut skipping = 0_usize;
    let mut cells = 0_usize;
    while let Some(at) = rest.find('<') {
        if in_text && skipping == 0 {
            push_unescaped(&mut out, &rest[..at]);
        }
        rest = &rest[at..];
        let Some(end) = rest.find('>') else { break };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let closes = tag.starts_with('/');
        let is_empty = tag.ends_with('/');
        let name = tag
            .trim_matches('/')
            .split(|c: char| c.is_whitespace())
            .next()
            .unwrap_or_default();
        match (name, closes) {
            ("mc:Fallback" | "w:del", false) if !is_empty => skipping += 1,
            ("mc:Fallback" | "w:del", true) => skipping = skipping.saturating_sub(1),
            ("w:t", false) => in_text = !is_empty,
            ("w:t", true) => in_text = false,
            ("w:br" | "w:cr", false) => out.push('\n'),
            ("w:tab", false) => out.push(' '),
            ("w:tr", false) => cells = 0,
            ("w:tc", false) => {
                // The label of a row and its value on one line.
                if cells > 0 {
                    while out.ends_with('\n') {
                        out.pop();
                    }
                    out.push('\t');
                }
                cells += 1;
            }
            ("w:tr", true) => {
                if !out.ends_with('\n') {
                    out.push('\n');
                }
                cells = 0;
            }
            ("w:p", true) => out.push('\n'),
            _ => {}
        }
        if out.len() > LONGEST_TEXT * 4 {
            break;
        }
    }
    out
}

/// The five names and numbers of signs; whatever else stands between & and ; stays as it is.
fn push_unescaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find(';').filter(|end| *end <= 10) else {
            out.push('&');
            rest = &rest[1..];
            continue;
        };
        let name = &rest[1..end];
        let sign = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => {
                let number = name.strip_prefix('#').and_then(|number| {
                    number
                        .strip_prefix('x')
                        .map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())
                });
                number.and_then(char::from_u32).filter(|c| !c.is_control())
            }
        };
        match sign {
            Some(sign) => out.push(sign),
            None => out.push_str(&rest[..=end]),
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;

    use super::*;

    fn docx(document: &[u8]) -> Vec<u8> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive
            .start_file("word/document.xml", zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(document).unwrap();
        archive.finish().unwrap().into_inner()
    }

    fn paragraphs(lines: &[&str]) -> Vec<u8> {
        let body: String = lines
            .iter()
            .map(|line| format!("<w:p><w:r><w:t xml:space=\"preserve\">{line}</w:t></w:r></w:p>"))
            .collect();
        docx(format!("<?xml version=\"1.0\"?><w:document><w:body>{body}</w:body></w:document>").as_bytes())
    }

    #[test]
    fn a_document_is_read_by_its_headings() {
        let read = read_draft(&paragraphs(&[
            "关于加强灌溉渠管护的建议",
            "一、情况",
            "渠垮了 &amp; 缺水，&lt;二十户&gt;。",
            "二、具体建议",
            "安排经费。",
        ]))
        .unwrap();
        assert_eq!(read.title, "关于加强灌溉渠管护的建议");
        assert_eq!(read.situation, "渠垮了 & 缺水，<二十户>。");
        assert_eq!(read.proposals, "安排经费。");
    }

    #[test]
    fn deleted_words_and_doubled_text_boxes_are_left_out() {
        let xml = "<w:document><w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:t>旧</w:t></w:r></w:del>\
                   <mc:Fallback><w:t>重</w:t></mc:Fallback><w:br/><w:t>乙</w:t><w:t/></w:p></w:document>";
        assert_eq!(text_of(&docx(xml.as_bytes())).unwrap().trim(), "甲\n乙");
    }

    #[test]
    fn a_file_that_is_no_document_gets_its_reason() {
        let bomb = {
            let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
            archive
                .start_file("word/document.xml", zip::write::SimpleFileOptions::default())
                .unwrap();
            for _ in 0..34 {
                archive.write_all(&vec![b' '; 1 << 20]).unwrap();
            }
            archive.finish().unwrap().into_inner()
        };
        let sheet = {
            let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
            archive
                .start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
                .unwrap();
            archive.finish().unwrap().into_inner()
        };
        for (bytes, fault) in [
            (Vec::new(), DraftFileFault::NotDocx),
            (b"%PDF-1.7".to_vec(), DraftFileFault::NotDocx),
            (sheet, DraftFileFault::NotDocx),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1old".to_vec(),
                DraftFileFault::OldKind,
            ),
            (b"PK\x03\x04garbage".to_vec(), DraftFileFault::Broken),
            (docx(b"\xFF\xFE<w:document/>"), DraftFileFault::Broken),
            (bomb, DraftFileFault::Broken),
            (paragraphs(&["", " "]), DraftFileFault::Empty),
        ] {
            assert_eq!(
                read_draft(&bytes).map(|_| ()),
                Err(fault),
                "{} bytes",
                bytes.len()
            );
        }
    }

    #[test]
    fn an_entity_is_never_expanded() {
        let xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\"><!ENTITY c \"&b;&b;\">]><w:p><w:t>甲&c;乙</w:t></w:p>";
        assert_eq!(text_of(&docx(xml.as_bytes())).unwrap().trim(), "甲&c;乙");
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), zipped: bool) {
            let start: &[u8] = if zipped { b"PK\x03\x04" } else { b"" };
            let _ = read_draft(&[start, &bytes].concat());
        }

        #[test]
        fn no_xml_makes_reading_panic(xml in "[<>/&;#x0-9a-fw:trpc甲 ]{0,200}") {
            let _ = read_draft(&docx(xml.as_bytes()));
        }
    }
}
