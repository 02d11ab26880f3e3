//! Codes to scan: the link of a deputy, a contact station or an invitation as a picture. Called by posters, sheets of
//! invitations and web pages.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use super::DocumentError;

/// Units of the picture for each module of the code; a picture is scaled by whoever shows it.
const MODULE: u32 = 8;

/// The link as an SVG picture, black on white with its quiet zone of four modules, sharp at any size. Level M bears
/// about 15 % of damage: enough for a creased poster. Without XML declaration, so that it stands alone as a file and
/// also inside a page.
///
/// Errors: [`DocumentError::LinkTooLong`] above 2,331 bytes.
pub fn qr_svg(link: &str) -> Result<String, DocumentError> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M)
        .map_err(|_| DocumentError::LinkTooLong(link.len()))?;
    let picture = code
        .render::<svg::Color<'_>>()
        .quiet_zone(true)
        .module_dimensions(MODULE, MODULE)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build();
    Ok(match picture.find("<svg") {
        Some(start) => picture[start..].to_owned(),
        None => picture,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_a_black_and_white_picture_with_a_quiet_zone() {
        let svg = qr_svg("https://example.org/d/7K2M").unwrap();
        // Version 2 holds 26 bytes at level M: 25 modules and twice four of quiet zone, eight units each.
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
        assert!(svg.contains(r#"viewBox="0 0 264 264""#), "{}", &svg[..300]);
        assert!(svg.contains(r##"fill="#ffffff""##) && svg.contains(r##"fill="#000000""##));
        let quiet = 4 * MODULE;
        assert!(
            svg.contains(&format!("M{quiet} {quiet}")),
            "the finder pattern begins after the quiet zone"
        );
        assert!(!svg.contains("M0 "), "nothing dark stands in the quiet zone");
    }

    #[test]
    fn the_same_link_gives_the_same_picture_and_another_link_another() {
        let once = qr_svg("https://example.org/d/7K2M").unwrap();
        assert_eq!(once, qr_svg("https://example.org/d/7K2M").unwrap());
        assert_ne!(once, qr_svg("https://example.org/d/7K2N").unwrap());
    }

    #[test]
    fn a_link_that_fits_into_no_code_is_refused() {
        assert!(qr_svg(&"长".repeat(777)).is_ok());
        assert!(matches!(
            qr_svg(&"长".repeat(778)),
            Err(DocumentError::LinkTooLong(2334))
        ));
    }
}
