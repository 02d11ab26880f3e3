//! The texts that the cells of an XLS file share (record SST, MS-XLS 2.4.265): how long each is. Used to know what a
//! file comes to before every cell gets a copy of its text.

use super::compound::{u16_at, u32_at};

const HIGH_BYTES: u8 = 0x01;
const EXTENDED: u8 = 0x04;
const RICH: u8 = 0x08;

/// The lengths in characters, by the index of the text. `parts` are the record and those that continue it. What can't
/// be followed ends the list, as it ends the reading.
pub(super) fn lengths(parts: &[&[u8]]) -> Vec<u32> {
    // The record opens with two counts, which are only claims.
    let Some(first) = parts.first().and_then(|part| part.get(8..)) else {
        return Vec::new();
    };
    let mut walk = Walk {
        part: first,
        next: parts[1..].iter(),
    };
    let mut lengths = Vec::new();
    while !walk.part.is_empty() || walk.go_on() {
        match walk.text() {
            Some(length) => lengths.push(u32::from(length)),
            None => break,
        }
    }
    lengths
}

struct Walk<'a> {
    part: &'a [u8],
    next: std::slice::Iter<'a, &'a [u8]>,
}

impl Walk<'_> {
    fn go_on(&mut self) -> bool {
        match self.next.next() {
            Some(part) => {
                self.part = part;
                true
            }
            None => false,
        }
    }

    fn text(&mut self) -> Option<u16> {
        let length = u16_at(self.part, 0)?;
        let flags = *self.part.get(2)?;
        self.part = &self.part[3..];
        let mut behind = 0_usize;
        if flags & RICH != 0 {
            behind += usize::from(u16_at(self.part, 0)?) * 4;
            self.part = &self.part[2..];
        }
        if flags & EXTENDED != 0 {
            behind = behind.checked_add(u32_at(self.part, 0)? as usize)?;
            self.part = &self.part[4..];
        }
        self.characters(usize::from(length), flags)?;
        self.skip(behind)?;
        Some(length)
    }

    /// Where characters go on in the next part, they begin with flags of their own.
    fn characters(&mut self, mut left: usize, mut flags: u8) -> Option<()> {
        loop {
            let width = if flags & HIGH_BYTES != 0 { 2 } else { 1 };
            let here = left.min(self.part.len() / width);
            self.part = &self.part[here * width..];
            left -= here;
            if left == 0 {
                return Some(());
            }
            if !self.go_on() {
                return None;
            }
            flags = *self.part.first()?;
            self.part = &self.part[1..];
        }
    }

    fn skip(&mut self, mut left: usize) -> Option<()> {
        while left > self.part.len() {
            left -= self.part.len();
            if !self.go_on() {
                return None;
            }
        }
        self.part = &self.part[left..];
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::lengths;

    #[test]
    fn texts_are_measured_across_parts() {
        let counts = [0; 8];
        let plain = [2, 0, 0, b'a', b'b'];
        let rich_and_cut = [3, 0, RICH_HIGH, 1, 0, 0x57, 0x95, 0x99, 0x6C];
        let rest = [1, 0x02, 0x5E, 9, 9, 9, 9, 1, 0, 0, b'c'];
        let first = [&counts[..], &plain, &rich_and_cut].concat();
        assert_eq!(lengths(&[&first, &rest]), [2, 3, 1]);
        assert_eq!(lengths(&[&first]), [2], "the second text has no end");
        assert_eq!(lengths(&[]), Vec::<u32>::new());
    }

    const RICH_HIGH: u8 = super::RICH | super::HIGH_BYTES;
}
