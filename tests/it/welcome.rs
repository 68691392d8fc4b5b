//! The program with nothing to do says what can be done, and does nothing. (That the window of a
//! double click stays is tried under Wine by `tests/release/run`.)

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::{files_below, prongsai, site_folder};

fn in_folder(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    command.current_dir(folder).args(arguments).env_remove("PRONGSAI_LANG").output().unwrap()
}

fn said(run: &Output) -> String {
    assert_eq!(run.status.code(), Some(2), "nothing was done");
    assert!(run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout.clone()).unwrap()
}

#[test]
fn in_a_site_the_commands_are_said_and_nothing_is_written() {
    let root = site_folder(&[("content/2566/o3.md", "---\ntitle: อำนาจหน้าที่\n---\n\nดูแลถนน\n")]);
    let before = files_below(root.path());
    let thai = said(&in_folder(&root.path().join("content/2566"), &[]));
    assert!(thai.contains("สั่งได้ดังนี้") && thai.contains(root.path().to_str().unwrap()), "{thai}");
    let english = said(&prongsai(&["--lang", "en", "--root", root.path().to_str().unwrap()]));
    assert!(english.contains("what can be done"), "{english}");
    for text in [thai, english] {
        for command in ["serve --open", "check", "build", "publish"] {
            let line = text.lines().find(|line| line.trim_start().starts_with(&format!("prongsai {command} ")));
            assert!(line.is_some(), "{command}: {text}");
            let name = command.split(' ').next().unwrap();
            assert!(prongsai(&[name, "--help"]).status.success());
        }
    }
    assert_eq!(files_below(root.path()), before);
}

#[test]
fn where_no_site_is_the_command_that_begins_one_is_said() {
    for lang in ["th", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let text = said(&in_folder(folder.path(), &["--lang", lang]));
        assert!(text.contains(folder.path().to_str().unwrap()) && !text.contains("serve --open"), "{text}");
        assert!(text.contains("prongsai new site "), "{text}");
        assert!(files_below(folder.path()).is_empty());
    }
}

#[test]
fn a_site_file_that_notepad_named_is_found_from_its_folder() {
    let root = site_folder(&[]);
    fs::rename(root.path().join("content/site.yaml"), root.path().join("content/site.yaml.txt")).unwrap();
    for folder in [root.path().to_owned(), root.path().join("content")] {
        let run = in_folder(&folder, &["check", "--lang", "en"]);
        let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
        assert!(run.status.code() == Some(1) && said.contains("content/site.yaml.txt"), "{said}");
    }
}
