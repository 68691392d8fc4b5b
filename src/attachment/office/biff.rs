//! BiffRecords of an older Excel workbook (BIFF5 and BIFF8).

use super::little_endian::u16_at;

/// A record: a number for its kind, and its data, which may go on in further records.
pub(super) struct BiffRecord<'b> {
    pub(super) kind: u16,
    /// Where the record begins in the stream.
    pub(super) at: usize,
    pub(super) data: &'b [u8],
    /// Data of the records that continue it.
    pub(super) more: Vec<&'b [u8]>,
}

/// The records of a stream.
pub(super) struct BiffRecords<'b> {
    stream: &'b [u8],
    at: usize,
}

impl<'b> BiffRecords<'b> {
    pub(super) fn of(stream: &'b [u8]) -> Self {
        BiffRecords { stream, at: 0 }
    }

    fn part(&self) -> Option<(u16, &'b [u8])> {
        let kind = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        Some((kind, self.stream.get(self.at + 4..self.at + 4 + length)?))
    }
}

impl<'b> Iterator for BiffRecords<'b> {
    type Item = BiffRecord<'b>;

    fn next(&mut self) -> Option<BiffRecord<'b>> {
        const CONTINUE: u16 = 0x3C;
        let at = self.at;
        let (kind, data) = self.part()?;
        self.at += 4 + data.len();
        let mut more = Vec::new();
        while let Some((CONTINUE, data)) = self.part() {
            more.push(data);
            self.at += 4 + data.len();
        }
        Some(BiffRecord { kind, at, data, more })
    }
}

/// Where the letters of a font begin, and its number.
type FontRun = (usize, u16);

/// Reads the data of a record and of those that continue it.
pub(super) struct BiffReader<'b> {
    rest: &'b [u8],
    more: std::vec::IntoIter<&'b [u8]>,
}

impl<'b> BiffReader<'b> {
    pub(super) fn of(record: BiffRecord<'b>) -> Self {
        BiffReader { rest: record.data, more: record.more.into_iter() }
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.rest = self.more.next()?;
        }
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    pub(super) fn f64(&mut self) -> Option<f64> {
        Some(f64::from_bits(u64::from(self.u32()?) | u64::from(self.u32()?) << 32))
    }

    /// A number in the short form of Excel: an integer or the upper half of a float, perhaps in
    /// hundredths.
    pub(super) fn short_number(&mut self) -> Option<f64> {
        Some(short_number(self.u32()?))
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        let mut left = count;
        while left > self.rest.len() {
            left -= self.rest.len();
            self.rest = self.more.next()?;
        }
        self.rest = self.rest.get(left..)?;
        Some(())
    }

    /// A string of BIFF8 after its length, with its runs of fonts.
    pub(super) fn string(&mut self, letters: usize) -> Option<String> {
        let (units, _) = self.units(letters)?;
        Some(String::from_utf16_lossy(&units))
    }

    /// The same in pieces of one font, by its number; `None` for that of the cell.
    pub(super) fn pieces(&mut self, letters: usize) -> Option<Vec<(String, Option<u16>)>> {
        let (units, runs) = self.units(letters)?;
        let mut pieces = Vec::new();
        let (mut begin, mut font) = (0, None);
        for (end, next) in runs.into_iter().chain([(units.len(), 0)]) {
            if let Some(piece) = units.get(begin..end) {
                pieces.push((String::from_utf16_lossy(piece), font));
                (begin, font) = (end, Some(next));
            }
        }
        Some(pieces)
    }

    /// Letters, and where the runs begin with which font. In a continuing record the letters begin with
    /// a new flag for their width.
    fn units(&mut self, letters: usize) -> Option<(Vec<u16>, Vec<FontRun>)> {
        const IS_WIDE: u8 = 1;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.u16()?) } else { 0 };
        let phonetic = if flags & 4 != 0 { self.u32()? as usize } else { 0 };
        let mut is_wide = flags & IS_WIDE != 0;
        let mut units = Vec::new();
        for _ in 0..letters {
            if self.rest.is_empty() {
                self.rest = self.more.next()?;
                is_wide = self.byte()? & IS_WIDE != 0;
            }
            units.push(if is_wide { self.u16()? } else { u16::from(self.byte()?) });
        }
        let runs = (0..runs).map(|_| Some((usize::from(self.u16()?), self.u16()?))).collect::<Option<_>>()?;
        self.skip(phonetic)?;
        Some((units, runs))
    }

    /// BiffReader of a string of BIFF5.
    pub(super) fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map_while(|_| self.byte()).collect()
    }
}

/// See [`BiffReader::short_number`].
pub(super) fn short_number(bits: u32) -> f64 {
    const IS_HUNDREDTHS: u32 = 1;
    const IS_INTEGER: u32 = 2;
    let number = match bits & IS_INTEGER != 0 {
        true => f64::from(bits.cast_signed() >> 2),
        false => f64::from_bits(u64::from(bits & !3) << 32),
    };
    if bits & IS_HUNDREDTHS != 0 { number / 100.0 } else { number }
}
