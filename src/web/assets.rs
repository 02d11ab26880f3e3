//! The stylesheet, the two scripts and the mark of the pages, embedded in the binary.
//!
//! The web server answers `/assets/NAME` with [`find`] and [`CACHE_FOREVER`]; the layouts link to [`Asset::href`].
//!
//! **Invariant:** the name in the URL carries a hash of the content, so a browser may keep a file for ever and still
//! sees a new release at once. Nothing is loaded from anywhere else.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// The `Cache-Control` of every asset.
pub const CACHE_FOREVER: &str = "public, max-age=31536000, immutable";

/// The `Content-Security-Policy` of every page: own files only, nothing inline, no frames around us. `blob:` is for
/// the picture made smaller and the voice recorded on the phone, before they are sent.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; \
     media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// File name with the hash of the content, such as `look.1f2e3d4c5b6a.css`.
    pub name: String,
    /// The `Content-Type` to answer with.
    pub content_type: &'static str,
    /// What is served, UTF-8: the file without indentation and without its lines of comment.
    pub content: String,
}

impl Asset {
    fn new(stem: &str, ending: &str, content_type: &'static str, source: &str) -> Self {
        let content = without_margins(source);
        let digest = Sha256::digest(content.as_bytes());
        let hash: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self {
            name: format!("{stem}.{hash}.{ending}"),
            content_type,
            content,
        }
    }

    /// The path under which pages link to this file.
    pub fn href(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

/// Leaves out what only its readers in the source need; a phone on a slow line pays for each byte. No text in these
/// files goes over a line end, so a line can be trimmed whatever it holds.
fn without_margins(source: &str) -> String {
    let lines = source
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The one stylesheet, for the web chat, the desk and print.
pub static STYLESHEET: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "look",
        "css",
        "text/css; charset=utf-8",
        include_str!("assets/look.css"),
    )
});

/// The script of the public pages. Everything works without it.
pub static CHAT_SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "chat",
        "js",
        "text/javascript; charset=utf-8",
        include_str!("assets/chat.js"),
    )
});

/// The script of the desk: keys, and words kept in long forms. Everything works without it.
pub static DESK_SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "desk",
        "js",
        "text/javascript; charset=utf-8",
        include_str!("assets/desk.js"),
    )
});

/// The mark in the browser's tab.
pub static MARK: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("mark", "svg", "image/svg+xml", include_str!("assets/mark.svg")));

/// The asset of a file name with hash, or `None`: also for the name of an older release, whose pages reload then.
pub fn find(name: &str) -> Option<&'static Asset> {
    [&STYLESHEET, &CHAT_SCRIPT, &DESK_SCRIPT, &MARK]
        .into_iter()
        .map(|asset| &**asset)
        .find(|asset| asset.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_asset_is_found_by_its_hashed_name_only() {
        let name = STYLESHEET.href().replace("/assets/", "");
        assert_eq!(find(&name).map(|asset| &asset.content), Some(&STYLESHEET.content));
        assert!(find("look.css").is_none());
        assert!(find("../Cargo.toml").is_none());
    }

    #[test]
    fn the_files_stay_small() {
        assert!(
            STYLESHEET.content.len() < 15_000,
            "stylesheet: {}",
            STYLESHEET.content.len()
        );
        assert!(
            CHAT_SCRIPT.content.len() < 12 * 1024,
            "chat script: {}",
            CHAT_SCRIPT.content.len()
        );
        assert!(
            DESK_SCRIPT.content.len() < 6_000,
            "desk script: {}",
            DESK_SCRIPT.content.len()
        );
    }

    #[test]
    fn nothing_comes_from_elsewhere_and_nothing_is_evaluated() {
        for asset in [&STYLESHEET, &CHAT_SCRIPT, &DESK_SCRIPT] {
            for forbidden in [
                "http:", "https:", "@import", "eval(", "new Function", "document.write",
            ] {
                assert!(
                    !asset.content.contains(forbidden),
                    "{} has {forbidden}",
                    asset.name
                );
            }
        }
    }

    #[test]
    fn the_scripts_keep_to_the_language_of_android_6() {
        for asset in [&CHAT_SCRIPT, &DESK_SCRIPT] {
            for newer in [
                "=>", "`", "let ", "const ", "async ", "class ", ".closest(", "?.", "fetch(",
            ] {
                assert!(!asset.content.contains(newer), "{} uses {newer}", asset.name);
            }
        }
    }
}
