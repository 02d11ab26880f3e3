//! Pictures without what the camera wrote beside them: where, when and with which telephone they were taken
//! (least data). Called for every picture before it is kept.
//!
//! The picture itself is copied byte by byte. What stays is what is needed to show it rightly: the colour profile and,
//! where the picture lies on its side, its orientation.

pub mod drawing;

const SOI: u8 = 0xD8;
const EOI: u8 = 0xD9;
const SOS: u8 = 0xDA;
const COM: u8 = 0xFE;
const APP0: u8 = 0xE0;
const APP1: u8 = 0xE1;
const APP2: u8 = 0xE2;
const APP14: u8 = 0xEE;
const APP15: u8 = 0xEF;

const EXIF: &[u8] = b"Exif\0\0";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A JPEG without its metadata. `None` when the bytes are no JPEG that can be followed to its picture.
pub fn bare_jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(&[0xFF, SOI])?;
    let mut kept = Vec::with_capacity(bytes.len());
    kept.extend([0xFF, SOI]);
    let orientation = orientation_of(rest).filter(|it| (2..=8).contains(it));
    let mut needs_orientation = orientation;
    let mut has_picture = false;
    loop {
        let (marker, behind) = next_marker(rest)?;
        if let Some(orientation) = needs_orientation
            && marker != APP0
        {
            kept.extend(only_orientation(orientation));
            needs_orientation = None;
        }
        if marker == EOI {
            // What hangs behind the end (a second picture, a film, with a place of its own) stays behind.
            kept.extend([0xFF, EOI]);
            return has_picture.then_some(kept);
        }
        let (body, behind) = segment(behind)?;
        if stays(marker, body) {
            kept.extend([0xFF, marker]);
            kept.extend(&rest_of_segment(body));
        }
        rest = behind;
        if marker == SOS {
            has_picture = true;
            let end = end_of_scan(rest);
            kept.extend(&rest[..end]);
            rest = &rest[end..];
            if rest.is_empty() {
                // Cut off on its way; what is there can be seen.
                return Some(kept);
            }
        }
    }
}

/// The next marker, behind fill bytes, and what follows it.
fn next_marker(bytes: &[u8]) -> Option<(u8, &[u8])> {
    let mut rest = bytes.strip_prefix(&[0xFF])?;
    while let [0xFF, behind @ ..] = rest {
        rest = behind;
    }
    match rest {
        [marker, behind @ ..] if *marker != 0 => Some((*marker, behind)),
        _ => None,
    }
}

/// The body of a segment without its two bytes of length, and what follows it.
fn segment(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = usize::from(u16::from_be_bytes([*bytes.first()?, *bytes.get(1)?]));
    Some((bytes.get(2..length)?, bytes.get(length..)?))
}

fn rest_of_segment(body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap_or(u16::MAX);
    [&length.to_be_bytes(), body].concat()
}

fn stays(marker: u8, body: &[u8]) -> bool {
    match marker {
        APP0 => body.starts_with(b"JFIF\0"),
        APP2 => body.starts_with(b"ICC_PROFILE\0"),
        APP14 => body.starts_with(b"Adobe"),
        APP1..=APP15 | COM => false,
        _ => true,
    }
}

/// Where the picture's data end: at a marker that isn't part of them, or with the bytes.
fn end_of_scan(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|byte| *byte == 0xFF) {
        at += found;
        match bytes.get(at + 1) {
            // A stuffed byte, a restart mark, a fill byte.
            Some(0 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return at,
            None => return bytes.len(),
        }
    }
    bytes.len()
}

/// The orientation that the first Exif block before the picture tells.
fn orientation_of(mut rest: &[u8]) -> Option<u16> {
    loop {
        let (marker, behind) = next_marker(rest)?;
        if marker == SOS || marker == EOI {
            return None;
        }
        let (body, behind) = segment(behind)?;
        if marker == APP1
            && let Some(tiff) = body.strip_prefix(EXIF)
        {
            return tiff_orientation(tiff);
        }
        rest = behind;
    }
}

/// Tag 0x0112 of the first directory of a TIFF block, in either byte order.
fn tiff_orientation(tiff: &[u8]) -> Option<u16> {
    let is_big = match tiff.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes = [*tiff.get(at)?, *tiff.get(at.checked_add(1)?)?];
        Some(if is_big {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        })
    };
    let four = |at: usize| {
        let bytes: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let number = if is_big {
            u32::from_be_bytes(bytes)
        } else {
            u32::from_le_bytes(bytes)
        };
        usize::try_from(number).ok()
    };
    let directory = four(4)?;
    let count = usize::from(two(directory)?);
    (0..count).find_map(|place| {
        let entry = directory.checked_add(2 + place * 12)?;
        (two(entry)? == 0x0112).then(|| two(entry + 8)).flatten()
    })
}

/// An Exif block that says nothing but the orientation.
fn only_orientation(orientation: u16) -> Vec<u8> {
    let mut body = EXIF.to_vec();
    // Big-endian TIFF, directory at 8, one entry: tag 0x0112, type SHORT, one value; no further directory.
    body.extend([0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]);
    body.extend(orientation.to_be_bytes());
    body.extend([0, 0, 0, 0, 0, 0]);
    [&[0xFF, APP1], rest_of_segment(&body).as_slice()].concat()
}

/// A PNG without texts, times and Exif. `None` when the bytes are no PNG that can be followed to its end.
pub fn bare_png(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut kept = PNG.to_vec();
    loop {
        let length: [u8; 4] = rest.get(..4)?.try_into().ok()?;
        let whole = usize::try_from(u32::from_be_bytes(length))
            .ok()?
            .checked_add(12)?;
        let (chunk, behind) = rest.split_at_checked(whole)?;
        match &chunk[4..8] {
            b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME" => {}
            b"IEND" => {
                kept.extend(chunk);
                return Some(kept);
            }
            _ => kept.extend(chunk),
        }
        rest = behind;
    }
}

/// A WebP without Exif and XMP. `None` when the bytes are no WebP.
pub fn bare_webp(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.get(..4)? != b"RIFF" || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    let mut rest = &bytes[12..];
    let mut kept = bytes[..12].to_vec();
    while rest.len() >= 8 {
        let length: [u8; 4] = rest.get(4..8)?.try_into().ok()?;
        let length = usize::try_from(u32::from_le_bytes(length)).ok()?;
        // Chunks are padded to even lengths.
        let whole = length.checked_add(length % 2)?.checked_add(8)?;
        let (chunk, behind) = rest.split_at_checked(whole)?;
        match &chunk[..4] {
            b"EXIF" | b"XMP " => {}
            b"VP8X" => {
                let from = kept.len();
                kept.extend(chunk);
                // The flags that say that Exif (0x08) and XMP (0x04) follow.
                *kept.get_mut(from + 8)? &= !0x0C;
            }
            _ => kept.extend(chunk),
        }
        rest = behind;
    }
    let size = u32::try_from(kept.len() - 8).ok()?;
    kept[4..8].copy_from_slice(&size.to_le_bytes());
    Some(kept)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn part(marker: u8, body: &[u8]) -> Vec<u8> {
        [&[0xFF, marker], rest_of_segment(body).as_slice()].concat()
    }

    /// Exif of a telephone: little-endian, a maker, an orientation, a place.
    fn exif(orientation: u8) -> Vec<u8> {
        let mut body = EXIF.to_vec();
        body.extend(b"II*\0\x08\0\0\0\x02\0");
        body.extend([0x0F, 0x01, 2, 0, 4, 0, 0, 0, b'H', b'W', b'1', 0]);
        body.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
        body.extend(b"\0\0\0\0GPS 28.2282,112.9388");
        part(APP1, &body)
    }

    fn jpeg(before: &[Vec<u8>], behind: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0xFF, SOI];
        bytes.extend(before.concat());
        bytes.extend(part(0xDB, &[1; 65]));
        bytes.extend(part(SOS, &[1, 1, 0, 0, 63, 0]));
        bytes.extend([1, 2, 0xFF, 0, 3, 0xFF, 0xD3, 4, 0xFF, EOI]);
        bytes.extend(behind);
        bytes
    }

    fn has(bytes: &[u8], words: &[u8]) -> bool {
        bytes.windows(words.len()).any(|window| window == words)
    }

    #[test]
    fn the_place_where_a_picture_was_taken_does_not_come_along() {
        let jfif = part(APP0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
        let colours = part(APP2, b"ICC_PROFILE\0\x01\x01profile");
        let other = [
            exif(1),
            part(APP1, b"http://ns.adobe.com/xap/1.0/\0GPS"),
            part(0xED, b"Photoshop 3.0\0GPS"),
            part(COM, b"GPS"),
            part(APP2, b"MPF\0GPS"),
        ]
        .concat();
        let picture = jpeg(
            &[jfif.clone(), other, colours.clone()],
            b"GPS of a second picture",
        );
        let bare = bare_jpeg(&picture).unwrap();
        assert_eq!(bare, jpeg(&[jfif, colours], b""));
        assert!(!has(&bare, b"GPS") && !has(&bare, b"Exif"));
    }

    #[test]
    fn a_picture_on_its_side_stays_upright() {
        let bare = bare_jpeg(&jpeg(&[exif(6)], b"")).unwrap();
        assert!(!has(&bare, b"GPS") && !has(&bare, b"HW1"));
        assert_eq!(orientation_of(&bare[2..]), Some(6));
        assert_eq!(bare_jpeg(&bare).unwrap(), bare);
    }

    #[test]
    fn a_picture_that_was_cut_off_is_kept_as_far_as_it_came() {
        let whole = jpeg(&[exif(3)], b"");
        let bare = bare_jpeg(&whole[..whole.len() - 4]).unwrap();
        assert!(!has(&bare, b"GPS"));
        assert!(bare_jpeg(&whole[..30]).is_none());
        assert!(bare_jpeg(b"no picture").is_none());
    }

    fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
        let length = u32::try_from(body.len()).unwrap().to_be_bytes();
        [&length, name, body, b"crc."].concat()
    }

    #[test]
    fn other_kinds_of_picture_lose_their_texts_as_well() {
        let bare = [PNG.to_vec(), chunk(b"IHDR", &[0; 13]), chunk(b"IEND", b"")];
        let png = [
            bare[0].clone(),
            bare[1].clone(),
            chunk(b"eXIf", b"GPS"),
            bare[2].clone(),
        ];
        assert_eq!(bare_png(&png.concat()), Some(bare.concat()));

        let webp = |chunks: &[&[u8]]| {
            let body = chunks.concat();
            let size = u32::try_from(body.len() + 4).unwrap().to_le_bytes();
            [b"RIFF", size.as_slice(), b"WEBP", &body].concat()
        };
        let with = webp(&[
            b"VP8X\x02\0\0\0\x1E\0", b"VP8 \x03\0\0\0abc\0", b"EXIF\x03\0\0\0GPS\0",
        ]);
        let without = webp(&[b"VP8X\x02\0\0\0\x12\0", b"VP8 \x03\0\0\0abc\0"]);
        assert_eq!(bare_webp(&with), Some(without));
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), head in 0..3_usize) {
            let heads: [&[u8]; 3] = [&[0xFF, SOI, 0xFF, APP1, 0, 40], PNG, b"RIFF\0\0\0\0WEBP"];
            bytes.splice(0..0, heads[head].iter().copied());
            let _ = (bare_jpeg(&bytes), bare_png(&bytes), bare_webp(&bytes));
        }
    }
}
