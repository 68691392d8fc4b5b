//! Older Excel workbooks (`.xls`, BIFF5 and BIFF8) as tables.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::Arc;

use super::super::biff::{BiffReader, BiffRecord, BiffRecords};
use super::super::old_file;
use super::gathered_sheet::SheetGrid;
use super::old_sheet_cells::OldSheetReader;
use super::old_styles::OldStyles;
use crate::attachment::grid::{GridDocument, GridFault, RemarkKind};
use crate::attachment::grids_gathered::GatheredGrids;

/// Kinds of records.
mod kind {
    pub(super) const END: u16 = 0x0A;
    pub(super) const PASSWORD: u16 = 0x2F;
    pub(super) const SHEET: u16 = 0x85;
    pub(super) const BEGIN: u16 = 0x809;
}

/// Reads a compound file with a workbook in it.
///
/// # Errors
/// Nothing could be read.
pub(in crate::attachment) fn read(bytes: &[u8]) -> Result<GridDocument, GridFault> {
    let mut file = old_file::open(bytes).ok_or(GridFault::Unreadable)?;
    // A newer workbook with a password.
    if file.is_stream("/EncryptedPackage") {
        return Err(GridFault::Locked);
    }
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name)).ok_or(GridFault::Format)?;
    let mut stream = Vec::new();
    let part = file.open_stream(name).map_err(|_| GridFault::Unreadable)?;
    // No stream is longer than its file; a damaged one is read as far as it goes.
    let _ = part.take(bytes.len() as u64).read_to_end(&mut stream);
    read_stream(&stream)
}

/// A sheet in the list of the workbook.
struct OldListedSheet {
    name: String,
    state: u8,
    /// What it holds: cells are 0.
    holds: u8,
}

fn read_stream(stream: &[u8]) -> Result<GridDocument, GridFault> {
    let mut records = BiffRecords::of(stream);
    let first = records.next().filter(|first| first.kind == kind::BEGIN).ok_or(GridFault::Unreadable)?;
    let mut styles = OldStyles::new(match first.data.get(..2) {
        Some([0, 6]) => true,
        Some([0, 5]) => false,
        _ => return Err(GridFault::Format),
    });
    let mut gathered = GatheredGrids::new();
    let mut sheets = BTreeMap::new();
    let mut is_whole = true;
    for record in records.by_ref().take_while(|record| record.kind != kind::END) {
        is_whole &= match record.kind {
            // May be a password that every program knows, that of a protected workbook.
            kind::PASSWORD => return Err(GridFault::Locked),
            kind::SHEET => listed(record, &styles).map(|(at, sheet)| sheets.insert(at, sheet)).is_some(),
            _ => styles.define(record).is_some(),
        };
    }
    if !is_whole {
        gathered.remark(None, RemarkKind::Unreadable, "");
    }
    if sheets.is_empty() {
        return Err(GridFault::Unreadable);
    }
    Ok(read_sheets(records, sheets, &mut styles, gathered).into_document())
}

fn listed(record: BiffRecord<'_>, styles: &OldStyles) -> Option<(usize, OldListedSheet)> {
    let mut bytes = BiffReader::of(record);
    let at = bytes.u32()? as usize;
    let (state, holds) = (bytes.byte()? & 3, bytes.byte()?);
    Some((at, OldListedSheet { name: styles.texts.short(&mut bytes)?, state, holds }))
}

fn read_sheets(
    mut records: BiffRecords<'_>,
    mut sheets: BTreeMap<usize, OldListedSheet>,
    styles: &mut OldStyles,
    mut gathered: GatheredGrids,
) -> GatheredGrids {
    const CELLS: u8 = 0;
    const CHART: u8 = 2;
    while let Some(begin) = records.next() {
        match sheets.remove(&begin.at) {
            Some(sheet) if sheet.state != 0 => {
                gathered.remark(None, RemarkKind::HiddenSheet, &sheet.name);
                pass(&mut records, |_| {});
            }
            Some(sheet) if sheet.holds == CELLS => {
                let mut reader = OldSheetReader::new(SheetGrid::new(gathered, Arc::from(sheet.name.as_str())), styles);
                let mut is_whole = true;
                let has_end = pass(&mut records, |record| is_whole &= reader.read(record).is_some());
                let mut grid = reader.finish();
                if !(has_end && is_whole) {
                    grid.gathered.remark(None, RemarkKind::Unreadable, &sheet.name);
                }
                gathered = grid.finish();
            }
            Some(sheet) if sheet.holds == CHART => {
                gathered.remark(None, RemarkKind::Picture, &sheet.name);
                pass(&mut records, |_| {});
            }
            // Code, or a sheet that is not listed.
            _ => drop(pass(&mut records, |_| {})),
        }
    }
    for sheet in sheets.values() {
        gathered.remark(None, RemarkKind::Unreadable, &sheet.name);
    }
    gathered
}

/// Passes the records of a sheet to `take`, without those of charts in it, whose cells are copies; true
/// if the sheet has an end.
fn pass<'b>(records: &mut BiffRecords<'b>, mut take: impl FnMut(BiffRecord<'b>)) -> bool {
    let mut depth = 0usize;
    for record in records.by_ref() {
        match record.kind {
            kind::BEGIN => depth += 1,
            kind::END if depth == 0 => return true,
            kind::END => depth -= 1,
            _ if depth == 0 => take(record),
            _ => {}
        }
    }
    false
}
