//! The same content gives the same bytes: other threads, folder, order of files, time zone, umask, day (PROMISES P11, P12).

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::common::{files_below, repository};

fn build(root: &Path, out: &Path, environment: &[(&str, &str)], umask: &str) -> BTreeMap<String, Vec<u8>> {
    let command = format!("umask {umask}; exec \"$0\" build --root \"$1\" --out \"$2\"");
    let run = Command::new("sh")
        .args(["-c", &command, env!("CARGO_BIN_EXE_prongsai")])
        .args([root, out])
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    files_below(out)
}

#[test]
fn circumstances_do_not_show_in_the_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let first = build(repository(), &folder.path().join("first"), &[("RAYON_NUM_THREADS", "1"), ("TZ", "UTC")], "022");
    assert!(first.len() > 400, "{} files are no example site", first.len());
    // The same files, made in the opposite order, in a folder with another name.
    let copy = folder.path().join("สำเนา อื่น");
    for (path, bytes) in files_below(&repository().join("content")).into_iter().rev() {
        let file = copy.join("content").join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    let circumstances =
        [("RAYON_NUM_THREADS", "8"), ("TZ", "Asia/Bangkok"), ("LC_ALL", "th_TH.UTF-8"), ("SOURCE_DATE_EPOCH", "2000000000")];
    let second = build(&copy, &folder.path().join("second"), &circumstances, "077");
    for (path, bytes) in &first {
        assert!(second.get(path) == Some(bytes), "{path} differs");
    }
    assert_eq!(first.len(), second.len());
    let modes = |out: &str| {
        let files = walkdir::WalkDir::new(folder.path().join(out)).into_iter().map(Result::unwrap);
        files
            .map(|entry| entry.metadata().unwrap().permissions().mode())
            .collect::<Vec<u32>>()
            .into_iter()
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(modes("first"), modes("second"));
}
