//! Fonts with Chinese, found on the system: in `FONT_PATH` first, then in the usual places. None is shipped: a good one
//! is tens of megabytes, and Debian has it (`fonts-noto-cjk`).
//!
//! Only children of the press and `doctor` call this: a server never holds a font in memory.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use typst::foundations::Bytes;
use typst::text::Font;

/// What a font is for. A font may serve for several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 仿宋 or 宋: running text of papers.
    Body,
    /// 黑体: headings.
    Heading,
    /// 黑体 of ordinary weight: posters and pictures, which are read from afar or on a small screen.
    Plain,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 3] = [Role::Body, Role::Heading, Role::Plain];

    /// The name in the templates' `sys.inputs`.
    pub fn word(self) -> &'static str {
        match self {
            Role::Body => "body",
            Role::Heading => "heading",
            Role::Plain => "plain",
        }
    }

    /// How files of such fonts are called, in small letters without their ending, the best first.
    fn files(self) -> &'static [&'static str] {
        match self {
            Role::Body => &[
                "simfang",
                "fangsong",
                "stfangso",
                "fzfsjw",
                "仿宋_gb2312",
                "notoserifcjk-regular",
                "notoserifcjksc-regular",
                "notoserifsc-regular",
                "sourcehanserifsc-regular",
                "sourcehanserifcn-regular",
                "simsun",
                "songti",
                "uming",
            ],
            Role::Heading => &[
                "simhei", "notosanscjk-bold", "notosanscjksc-bold", "notosanssc-bold",
                "sourcehansanssc-bold", "sourcehansanscn-bold", "msyhbd", "wqy-zenhei",
            ],
            Role::Plain => &[
                "notosanscjk-regular",
                "notosanscjksc-regular",
                "notosanssc-regular",
                "sourcehansanssc-regular",
                "sourcehansanscn-regular",
                "msyh",
                "pingfang",
                "simhei",
                "wqy-microhei",
                "wqy-zenhei",
                "droidsansfallbackfull",
                "droidsansfallback",
            ],
        }
    }
}

/// Where distributions and macOS keep fonts.
const PLACES: [&str; 5] = [
    "/usr/local/share/fonts", "/usr/share/fonts", "/var/lib/lianluo/fonts", "/Library/Fonts",
    "/System/Library/Fonts",
];
/// Folders below a place that are looked into.
const DEPTH: usize = 4;
/// A sign of each kind that the pages need: simplified Chinese, its punctuation, a fullwidth line to write on.
const NEEDED: [char; 4] = ['联', '络', '，', '＿'];

/// The fonts of the pages, read into memory.
#[derive(Clone)]
pub struct Fonts {
    body: Font,
    heading: Font,
    plain: Font,
}

/// No font with Chinese was found. People read `font-missing`, which names the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFont;

impl Fonts {
    /// Searches `font_path` (files and folders, parted by `:`), then the usual places. Reads tens of megabytes.
    pub fn find(font_path: Option<&str>) -> Result<Self, NoFont> {
        let own = font_path
            .unwrap_or_default()
            .split(':')
            .filter(|path| !path.is_empty());
        let own = files(own.map(PathBuf::from));
        let usual = files(PLACES.iter().map(PathBuf::from));
        let mut read = HashMap::new();
        let mut best = |role: Role| {
            let own_named = role.files().iter().flat_map(|name| called(&own, name));
            let usual_named = role.files().iter().flat_map(|name| called(&usual, name));
            // A file that was set is meant, however it is called.
            own_named
                .chain(&own)
                .chain(usual_named)
                .find_map(|file| chinese_face(file, &mut read))
        };
        let [body, heading, plain] = Role::ALL.map(&mut best);
        let any = [&plain, &body, &heading].into_iter().flatten().next();
        let any = any.cloned().ok_or(NoFont)?;
        let or_any = |font: Option<Font>| font.unwrap_or_else(|| any.clone());
        Ok(Self {
            body: or_any(body),
            heading: or_any(heading),
            plain: or_any(plain),
        })
    }

    /// The font for a role.
    pub fn of(&self, role: Role) -> &Font {
        match role {
            Role::Body => &self.body,
            Role::Heading => &self.heading,
            Role::Plain => &self.plain,
        }
    }
}

/// The face for simplified Chinese of a file, else its first one; `None` if it isn't readable or has no Chinese.
fn chinese_face(file: &Path, read: &mut HashMap<PathBuf, Option<Font>>) -> Option<Font> {
    if let Some(known) = read.get(file) {
        return known.clone();
    }
    let is_simplified = |font: &Font| font.info().family.ends_with(" SC");
    let face = std::fs::read(file).ok().and_then(|bytes| {
        let bytes = Bytes::new(bytes);
        // Collections of Noto and Source Han have it third; to read the others takes longer than to set a page.
        Font::new(bytes.clone(), 2).filter(is_simplified).or_else(|| {
            let faces: Vec<Font> = Font::iter(bytes).collect();
            let place = faces.iter().position(is_simplified).unwrap_or(0);
            faces.into_iter().nth(place)
        })
    });
    let has = |font: &Font, sign: char| font.info().coverage.contains(u32::from(sign));
    let face = face.filter(|font| NEEDED.iter().all(|sign| has(font, *sign)));
    read.insert(file.to_owned(), face.clone());
    face
}

fn called<'a>(files: &'a [PathBuf], name: &'a str) -> impl Iterator<Item = &'a PathBuf> {
    let stem = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
    files
        .iter()
        .filter(move |file| stem(file).as_deref() == Some(name))
}

/// Every font file in these places, in the order of their names, so that the same system gives the same fonts.
fn files(places: impl Iterator<Item = PathBuf>) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for place in places {
        look_into(place, 0, &mut found);
    }
    found
}

fn look_into(path: PathBuf, depth: usize, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let Ok(entries) = std::fs::read_dir(path) else {
            return;
        };
        let mut inner: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        inner.sort();
        if depth < DEPTH {
            for path in inner {
                look_into(path, depth + 1, found);
            }
        }
    } else if path.is_file() {
        let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        let is_font = ending
            .as_deref()
            .and_then(std::ffi::OsStr::to_str)
            .is_some_and(|ending| ["ttf", "ttc", "otf", "otc"].contains(&ending));
        if is_font {
            found.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_with_chinese_is_found_on_this_machine() {
        let fonts = Fonts::find(None).unwrap();
        assert!(
            Role::ALL
                .iter()
                .all(|role| fonts.of(*role).info().coverage.contains(u32::from('履')))
        );
    }

    #[test]
    fn a_font_that_was_set_goes_before_those_of_the_system() {
        let mut files = Vec::new();
        look_into("/usr/share/fonts".into(), 0, &mut files);
        let chinese = Role::Plain
            .files()
            .iter()
            .find_map(|name| called(&files, name).next());
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.ttc");
        std::os::unix::fs::symlink(chinese.unwrap(), &own).unwrap();
        let fonts = Fonts::find(Some(&format!("/nowhere:{}", own.display()))).unwrap();
        let families: Vec<_> = Role::ALL
            .iter()
            .map(|role| fonts.of(*role).info().family.clone())
            .collect();
        assert!(
            families.iter().all(|family| *family == families[0]),
            "{families:?}"
        );
    }
}
