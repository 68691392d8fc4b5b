//! The Thai half of README leads from nothing to a publication: its commands work, in its order.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::repository;

/// What officers answer when `new site` asks.
const ANSWERS: [&str; 6] = ["--name", "เทศบาลตำบลบ้านสวน", "--base-url", "https://www.bansuan.go.th/ita/", "--year", "2569"];
/// Stands for any page of the manual.
const ANY_PAGE: &str = "ชื่อหน้า";

/// Arguments of the commands, in the order of the text.
fn commands() -> Vec<Vec<String>> {
    let text = fs::read_to_string(repository().join("README.md")).unwrap();
    let thai = text.split("\n## ").find(|section| section.starts_with("สำหรับเจ้าหน้าที่")).unwrap();
    let quoted = thai.split('`').skip(1).step_by(2);
    let commands = quoted.filter_map(|code| code.strip_prefix("prongsai "));
    commands.map(|command| command.split(' ').map(|word| word.replace(ANY_PAGE, "start")).collect()).collect()
}

fn run(folder: &Path, arguments: &[String]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    command.current_dir(folder).args(arguments).env_remove("PRONGSAI_LANG").env("HOME", folder).output().unwrap()
}

#[test]
fn the_commands_of_the_thai_half_lead_from_nothing_to_a_publication() {
    let folder = tempfile::tempdir().unwrap();
    let mut here = folder.path().to_owned();
    let commands = commands();
    assert!(commands.len() >= 9, "{commands:?}");
    for mut arguments in commands {
        let is_new_site = arguments.iter().take(2).eq(["new", "site"]);
        match arguments[0].as_str() {
            "new" if is_new_site => arguments.extend(ANSWERS.map(str::to_owned)),
            // Serves until it is stopped.
            "serve" => arguments.push("--help".to_owned()),
            // The text offers it in the place of `new item`.
            "import" if arguments.iter().any(|word| word == "--item") => {
                fs::remove_file(here.join("content/2569/o25.md")).unwrap();
                fs::copy(repository().join("tests/files/import/s0-libreoffice.docx"), here.join(&arguments[1])).unwrap();
            }
            _ => {}
        }
        let output = run(&here, &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        // 1: a page that is not filled in has problems.
        assert!(matches!(output.status.code(), Some(0 | 1)), "{arguments:?}: {said}");
        if is_new_site {
            here.push(&arguments[2]);
        }
    }
    assert!(fs::read_to_string(here.join("content/2569/o25.md")).unwrap().contains("measures:"));
}
