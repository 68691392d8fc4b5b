//! New rows whose title was corrected after an earlier import of the same form.

use super::cells::{comparable, text_of};
use super::columns::FormColumn;
use super::filled::{FilledCell, FilledRow};
use super::page_rows::PageRow;

/// The measure of the page that an earlier import probably made of a row, before its title was corrected: all other
/// filled cells are the same, or the titles have most letters in common.
pub(super) fn written_under_other_title<'p>(
    row: &FilledRow,
    columns: &[FormColumn],
    candidates: impl Iterator<Item = &'p PageRow>,
) -> Option<&'p PageRow> {
    let inputs = || columns.iter().zip(&row.cells).filter(|(column, _)| column.is_input());
    let title = inputs().find(|(column, _)| is_title(column)).and_then(|(_, cell)| cell.as_ref()).map(|cell| cell.text.as_str())?;
    let others = || inputs().filter(|(column, _)| !is_title(column)).filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
    let is_filled = |(_, cell): &(&FormColumn, &FilledCell)| !cell.text.is_empty();
    let has_others = others().any(|other| is_filled(&other));
    let fits = |page: &&PageRow| {
        let same = |(column, cell): (&FormColumn, &FilledCell)| cell.text == comparable(&text_of(column, &page.written));
        let of_page = columns.iter().find(|column| is_title(column)).map(|column| text_of(column, &page.written)).unwrap_or_default();
        (has_others && others().all(same)) || is_near(title, &comparable(&of_page))
    };
    candidates.filter(fits).min_by_key(|page| page.index)
}

fn is_title(column: &FormColumn) -> bool {
    column.path == ["title"]
}

/// At least half of the letters of the longer title stand at the beginning or end of both.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let shorter = one.len().min(other.len());
    let behind = one.iter().rev().zip(other.iter().rev()).take(shorter - before).take_while(|(one, other)| one == other).count();
    2 * (before + behind) >= one.len().max(other.len())
}

#[cfg(test)]
mod tests {
    use super::is_near;

    #[test]
    fn titles_are_near_if_most_letters_are_where_they_were() {
        for (one, other, near) in [
            ("จัดทำคู่มือ", "จัดทำคู่มือการให้บริการ", false),
            ("จัดทำคู่มือบริการ", "จัดทำคู่มือการให้บริการ", true),
            ("อบรมบุคคลากร", "อบรมบุคลากร", true),
            ("อบรมบุคลากร", "ประกาศเจตนารมณ์", false),
            ("ก", "ข", false),
        ] {
            assert_eq!(is_near(one, other), near, "{one} {other}");
        }
    }
}
