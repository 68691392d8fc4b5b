//! Ctrl-C, `kill` and a closed terminal: the run ends at once, says so, leaves nothing behind and the old site intact (PROMISES P2).

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
            let mut words = String::new();
            std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut words).unwrap();
            assert_eq!(ended.code(), Some(status), "{command} {name}: {words}");
            assert!(words.contains("every file in") && words.contains("public"), "{words}");
            assert_eq!(moment.look(root.path(), name), Seen::Old);
            moment.no_leftovers(root.path(), name);
        }
    }
}
