//! Pads the file lists so that their size differs after every publication. Many upload clients
//! compare sizes only (`rclone sync` to FTP, `lftp --ignore-time`, `rsync --size-only`), and hashes
//! have a fixed length, so they would leave outdated lists on the server.
//!
//! The padding depends only on the number of publications in the history (a publication that
//! changes no URL adds none), so equal sites have equal lists, independent of the previous content
//! of the folder.

use crate::base::MANIFEST;

/// Period, in publications, after which the size of `manifest.json` may repeat.
const STEP: usize = 64;
/// The same for `manifest-sha256.txt`, which can only grow by whole lines. Coprime to the line
/// length of 80 bytes.
const LINES: usize = 7;

/// Number of spaces to append to `manifest.json`; JSON allows trailing white space.
pub(super) fn blanks(size: usize, publications: usize) -> usize {
    (publications % STEP + STEP - size % STEP) % STEP
}

/// Repeats the line of `manifest.json` in `manifest-sha256.txt` up to seven times. Repetition is
/// harmless for `sha256sum -c` of coreutils, busybox and perl; busybox stops at comments and empty
/// lines.
pub(crate) fn of_publication(lines: &str, publications: usize) -> String {
    let is_own = |line: &&str| line.trim_end().split_once("  ").is_some_and(|(_, path)| path == MANIFEST);
    let Some(own) = lines.split_inclusive('\n').find(is_own) else { return lines.to_owned() };
    let more = (0..LINES).find(|more| (lines.len() + more * own.len()) % LINES == publications % LINES).unwrap_or_default();
    lines.replacen(own, &own.repeat(1 + more), 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(paths: &[String]) -> String {
        let mut lines: Vec<String> = paths.iter().map(|path| format!("{:064}  {path}\n", path.len())).collect();
        lines.push(format!("{:064}  {MANIFEST}\n", 1));
        lines.concat()
    }

    proptest! {
        #[test]
        fn publications_that_follow_one_another_have_lists_of_different_sizes(
            sites in prop::collection::vec((0..100_000usize, prop::collection::vec("[a-zก-ฮ0-9/. ]{1,40}", 0..9)), 2..30),
            first in 0..300usize,
        ) {
            let sizes = sites.iter().zip(first..).map(|((json, paths), number)| {
                (json + blanks(*json, number), of_publication(&lines(paths), number).len())
            });
            let sizes: Vec<(usize, usize)> = sizes.collect();
            for pair in sizes.windows(2) {
                prop_assert!(pair[0].0 != pair[1].0 && pair[0].1 != pair[1].1, "{pair:?}");
            }
        }
    }

    #[test]
    fn only_the_line_of_the_manifest_itself_comes_again() {
        let text = lines(&["2566/manifest.json".to_owned(), "a  manifest.json".to_owned()]);
        for number in 0..LINES {
            let longer = of_publication(&text, number);
            let mut once: Vec<&str> = longer.lines().collect();
            once.dedup();
            assert_eq!(once, text.lines().collect::<Vec<_>>());
        }
    }
}
