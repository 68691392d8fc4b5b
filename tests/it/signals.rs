//! Ctrl-C, `kill` and a closed terminal: the run ends at once, says so, leaves nothing behind and
//! the old site intact (P2).

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::moment::{Moment, Seen};

fn signal(child: &Child, name: &str) {
    assert!(Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status().unwrap().success());
}

/// Whether the run has begun to write.
fn is_writing(root: &Path) -> bool {
    let mut names = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name());
    names.any(|name| name.to_string_lossy().starts_with(".public.new-"))
}

#[test]
fn a_signal_ends_the_run_within_two_seconds_and_leaves_the_old_site_alone() {
    for command in ["build", "publish"] {
        let moment = Moment::before(command);
        for (name, status) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
            let root = moment.again();
            // Something to be busy with: sparse, so it costs nothing to make.
            for number in 0..40 {
                let large = root.path().join(format!("content/2566/o2/large-{number}.txt"));
                fs::File::create(large).unwrap().set_len(50_000 + number).unwrap();
            }
            let mut child = moment.run(root.path()).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
            let start = Instant::now();
            while !is_writing(root.path()) && start.elapsed() < Duration::from_secs(60) {
                std::thread::sleep(Duration::from_millis(1));
            }
            signal(&child, name);
            let sent = Instant::now();
            let ended = child.wait().unwrap();
            assert!(sent.elapsed() < Duration::from_secs(2), "{command} {name}: {:?}", sent.elapsed());
            let words = words_of(&mut child);
            assert_eq!(ended.code(), Some(status), "{command} {name}: {words}");
            assert!(words.contains("every file in") && words.contains("public"), "{words}");
            assert_eq!(moment.look(root.path(), name), Seen::Old);
            moment.no_leftovers(root.path(), name);
        }
    }
}

/// Attachments of gigabytes: nobody waits until they are hashed or copied.
#[test]
fn a_signal_ends_the_reading_of_a_large_attachment() {
    const LARGE: u64 = 3 << 30;
    for command in ["build", "publish"] {
        let moment = Moment::before(command);
        let root = moment.again();
        // Sparse, so it costs nothing to make.
        fs::File::create(root.path().join("content/2566/o2/large.txt")).unwrap().set_len(LARGE).unwrap();
        let page = root.path().join("content/2566/o2/index.md");
        fs::write(&page, fs::read_to_string(&page).unwrap() + "[ใหญ่](large.txt)\n").unwrap();
        let mut child = moment.run(root.path()).stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        // A build copies by then, and a publication hashes what it will copy.
        std::thread::sleep(Duration::from_millis(1500));
        signal(&child, "INT");
        let sent = Instant::now();
        let ended = child.wait().unwrap();
        assert!(sent.elapsed() < Duration::from_secs(2), "{command}: {:?}", sent.elapsed());
        assert_eq!(ended.code(), Some(130), "{command}: {}", words_of(&mut child));
        assert_eq!(moment.look(root.path(), command), Seen::Old);
        moment.no_leftovers(root.path(), command);
    }
}

/// A pack that is not finished is no pack.
#[test]
fn a_signal_ends_the_packing_and_leaves_no_half_pack() {
    let page = "---\ntitle: ผู้บริหาร\n---\n[ใหญ่](large.txt)\n";
    let root = crate::common::site_folder(&[("content/2566/o2/index.md", page)]);
    let site = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nchecks: {severity: {component-missing: off}}\n";
    fs::write(root.path().join("content/site.yaml"), site).unwrap();
    // It cannot be made smaller, so packing takes its time.
    let mut state = 1u64;
    let letters = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        b' ' + u8::try_from(state >> 58).unwrap_or_default()
    });
    fs::write(root.path().join("content/2566/o2/large.txt"), letters.take(80 << 20).collect::<Vec<u8>>()).unwrap();
    let at = root.path().to_str().unwrap();
    let run = crate::common::prongsai(&["publish", "--lang", "en", "--root", at]);
    assert!(run.status.success(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    let packs = tempfile::tempdir().unwrap();
    let pack = packs.path().join("o2.zip");
    let mut child = Command::new(env!("CARGO_BIN_EXE_prongsai"))
        .args(["publish", "--lang", "en", "--root", at, "--pack", "2566/o2", pack.to_str().unwrap()])
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while fs::read_dir(packs.path()).unwrap().next().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    signal(&child, "INT");
    let ended = child.wait().unwrap();
    let words = words_of(&mut child);
    assert_eq!((ended.code(), words.lines().count(), fs::read_dir(packs.path()).unwrap().count()), (Some(130), 1, 0), "{words}");
}

fn words_of(child: &mut Child) -> String {
    let mut words = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut words).unwrap();
    words
}
