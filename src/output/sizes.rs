//! Lists that have another size after every publication. Many clients that send a site compare
//! nothing but sizes (`rclone sync` to FTP, `lftp --ignore-time`, `rsync --size-only`), and a hash
//! is as long as the hash before it: they would leave the old lists on the server.
//!
//! The size tells the number of the publication in the history (one that changes no address has
//! none of its own), so the same site has the same lists, whatever was in the folder before.

use crate::base::MANIFEST;

/// Publications after which sizes of `manifest.json` may come again.
const STEP: usize = 64;
/// The same for `manifest-sha256.txt`, where a whole line is the least that can be added. It shares
/// no factor with the size of the line, which is 80.
const LINES: usize = 7;

/// How many blanks make the size of `manifest.json` that of a publication. JSON allows blanks at
/// its end.
pub(super) fn blanks(size: usize, publications: usize) -> usize {
    (publications % STEP + STEP - size % STEP) % STEP
}

/// The lines of `manifest-sha256.txt` with the size of a publication: that of `manifest.json` is
/// there up to seven times, which changes nothing for `sha256sum -c` of coreutils, busybox and
/// perl; the second of these stops at a remark or an empty line.
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
