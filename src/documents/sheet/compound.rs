//! The container of XLS and of encrypted XLSX (MS-CFB): a small file system of sectors and chains. Read here only to
//! look inside and to see that every chain ends, because `calamine` follows a chain without end until memory is gone.

const HEADER: usize = 512;
const HEADER_FAT_SECTORS: usize = 109;
const ENTRY: usize = 128;
const MINI_SECTOR: usize = 64;
/// Streams below this size lie in the mini stream.
const MINI_STREAM_BELOW: usize = 4096;
const LAST_SECTOR_ID: u32 = 0xFFFF_FFF9;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;

pub(super) struct Compound<'a> {
    sectors: Sectors<'a>,
    fat: Vec<u32>,
    mini_stream: Vec<u8>,
    mini_fat: Vec<u32>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    first_sector: u32,
    len: usize,
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl<'a> Compound<'a> {
    /// `None` if the container is broken, or one of its chains has no end.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let header = bytes.get(..HEADER)?;
        let size = match u16_at(header, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let sectors = Sectors {
            bytes: bytes.get(size.max(HEADER)..)?,
            size,
        };
        let fat = sectors.fat(header)?;
        let directory = sectors.chain(&fat, u32_at(header, 48)?, usize::MAX)?;
        let entries: Vec<Entry> = directory
            .chunks_exact(ENTRY)
            .map(|entry| Entry::read(entry, size))
            .collect::<Option<_>>()?;
        let root = entries.first()?;
        let mini_fat_sectors = u32_at(header, 64)? as usize;
        let (mini_stream, mini_fat) = if mini_fat_sectors > 0 {
            let mini_stream = sectors.chain(&fat, root.first_sector, root.len)?;
            let mini_fat = sectors.chain(&fat, u32_at(header, 60)?, mini_fat_sectors.checked_mul(size)?)?;
            (mini_stream, ids(&mini_fat))
        } else {
            (Vec::new(), Vec::new())
        };
        every_chain_ends(&mini_fat).then_some(Self {
            sectors,
            fat,
            mini_stream,
            mini_fat,
            entries,
        })
    }

    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; `None` if there is none of this name, or it can't be followed to its end.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        if entry.len < MINI_STREAM_BELOW {
            let sectors = Sectors {
                bytes: &self.mini_stream,
                size: MINI_SECTOR,
            };
            sectors.chain(&self.mini_fat, entry.first_sector, entry.len)
        } else {
            self.sectors.chain(&self.fat, entry.first_sector, entry.len)
        }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }
}

impl Entry {
    fn read(entry: &[u8], sector_size: usize) -> Option<Self> {
        let units: Vec<u16> = entry[..64]
            .chunks_exact(2)
            .map(|unit| u16::from_le_bytes([unit[0], unit[1]]))
            .take_while(|unit| *unit != 0)
            .collect();
        // Small sectors came first, with lengths of 32 bits and rubbish behind them.
        let len = match sector_size {
            512 => u64::from(u32_at(entry, 120)?),
            _ => u64::from(u32_at(entry, 120)?) | u64::from(u32_at(entry, 124)?) << 32,
        };
        Some(Self {
            name: String::from_utf16_lossy(&units),
            first_sector: u32_at(entry, 116)?,
            len: usize::try_from(len).ok()?,
        })
    }
}

impl Sectors<'_> {
    fn count(&self) -> usize {
        self.bytes.len().div_ceil(self.size)
    }

    /// The last sector of a file may be cut short.
    fn get(&self, id: u32) -> Option<&[u8]> {
        let start = (id as usize).checked_mul(self.size)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        Some(&rest[..rest.len().min(self.size)])
    }

    /// The table that says of each sector which one comes next. Its own sectors are listed in the header, and in a chain
    /// of sectors of which the last id leads on.
    fn fat(&self, header: &[u8]) -> Option<Vec<u32>> {
        let mut fat_sectors = ids(&header[76..76 + HEADER_FAT_SECTORS * 4]);
        let mut next = u32_at(header, 68)?;
        let mut followed = 0;
        while next <= LAST_SECTOR_ID {
            followed += 1;
            if followed > self.count() {
                return None;
            }
            fat_sectors.extend(ids(self.get(next)?));
            next = fat_sectors.pop()?;
        }
        fat_sectors.retain(|id| *id <= LAST_SECTOR_ID);
        if fat_sectors.len() > self.count() {
            return None;
        }
        let mut fat = Vec::new();
        for id in fat_sectors {
            fat.extend(ids(self.get(id)?));
        }
        every_chain_ends(&fat).then_some(fat)
    }

    fn chain(&self, fat: &[u32], first: u32, len: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut id = first;
        while id != END_OF_CHAIN && bytes.len() < len {
            let sector = self.get(id)?;
            bytes.extend_from_slice(&sector[..sector.len().min(len - bytes.len())]);
            id = *fat.get(id as usize)?;
        }
        Some(bytes)
    }
}

fn every_chain_ends(fat: &[u32]) -> bool {
    // For each sector the chain by which it was first reached, counted from 1.
    let mut reached_by = vec![0_usize; fat.len()];
    for first in 0..fat.len() {
        let mut at = first;
        while reached_by[at] == 0 {
            reached_by[at] = first + 1;
            match usize::try_from(fat[at]) {
                Ok(next) if next < fat.len() => at = next,
                _ => break,
            }
            if reached_by[at] == first + 1 {
                return false;
            }
        }
    }
    true
}

fn ids(bytes: &[u8]) -> Vec<u32> {
    bytes
        .chunks_exact(4)
        .map(|id| u32::from_le_bytes([id[0], id[1], id[2], id[3]]))
        .collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::every_chain_ends;

    #[test]
    fn a_chain_that_bites_its_tail_is_found() {
        let end = super::END_OF_CHAIN;
        assert!(every_chain_ends(&[]));
        assert!(every_chain_ends(&[1, 2, end, 2, u32::MAX]));
        assert!(!every_chain_ends(&[0]));
        assert!(!every_chain_ends(&[end, 2, 3, 1]));
    }
}
