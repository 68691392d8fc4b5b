use std::ffi::OsString;

use clap::error::ErrorKind;

use super::*;
use crate::cli::usage;

fn is_thai(c: char) -> bool {
    ('\u{e00}'..='\u{e7f}').contains(&c)
}

/// Every command with its path, including those below `help`.
fn commands(command: Command, path: &str, all: &mut Vec<(String, Command)>) {
    for below in command.get_subcommands() {
        commands(below.clone(), format!("{path} {}", below.get_name()).trim_start(), all);
    }
    all.push((path.to_owned(), command));
}

fn all(lang: Lang) -> Vec<(String, Command)> {
    let mut all = Vec::new();
    commands(in_lang(lang), "", &mut all);
    assert!(all.len() > 14);
    all
}

#[test]
fn every_command_and_every_option_has_words() {
    for (path, command) in all(Lang::Thai) {
        assert!(about(&path).is_some(), "prongsai {path}: what it is for");
        for arg in command.get_arguments() {
            assert!(argument(&path, arg.get_id().as_str()).is_some(), "prongsai {path}: {}", arg.get_id());
        }
    }
}

#[test]
fn the_words_of_an_option_name_its_values() {
    for (path, command) in Lang::ALL.into_iter().flat_map(all) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let words = arg.get_help().map(ToString::to_string).unwrap_or_default();
            for value in arg.get_possible_values() {
                let name = value.get_name();
                let is_named = words.split([' ', ',', ':']).any(|word| word == name);
                assert!(is_named, "prongsai {path} --{}: {name} is not in {words}", arg.get_id());
            }
        }
    }
}

#[test]
fn the_help_of_every_command_is_in_one_language() {
    for (path, mut command) in all(Lang::English) {
        for help in [command.render_help(), command.render_long_help()].map(|help| help.to_string()) {
            assert!(!help.contains(is_thai) && help.contains("Usage: "), "prongsai {path}:\n{help}");
        }
    }
    for (path, mut command) in all(Lang::Thai) {
        for help in [command.render_help(), command.render_long_help()].map(|help| help.to_string()) {
            for line in help.lines().filter(|line| !line.trim().is_empty()) {
                // An option name has its own line if its help text starts on the next one.
                let is_name = line.split_whitespace().all(|word| word.starts_with(['-', '<', '[', '|']));
                assert!(line.contains(is_thai) || is_name || is_rest(line), "prongsai {path}: {line}\n{help}");
            }
            for english in ["Usage", "Options", "Commands", "Arguments", "default", "possible", "Print"] {
                assert!(!help.contains(english), "prongsai {path}: {english}\n{help}");
            }
        }
    }
}

#[test]
fn arguments_stand_in_the_order_in_which_they_are_typed() {
    for lang in Lang::ALL {
        for (path, first, second) in [("move", "<OLD>", "<NEW>"), ("explain", "[TOPIC]", "[NAME]")] {
            let (_, mut command) = all(lang).into_iter().find(|(known, _)| known == path).unwrap();
            let help = command.render_help().to_string();
            let arguments = help.split("\n\n").find(|part| part.contains(&format!("\n  {first}"))).unwrap();
            assert!(arguments.find(first) < arguments.find(second), "{help}");
        }
    }
}

/// True for values and names left over at the end of a wrapped sentence.
fn is_rest(line: &str) -> bool {
    line.starts_with("          ") && line.split_whitespace().count() < 3
}

fn error(line: &str, lang: Lang) -> (ErrorKind, String) {
    let typed: Vec<OsString> = line.split(' ').map(OsString::from).collect();
    let command = in_lang(lang);
    let error = command.clone().try_get_matches_from(&typed).unwrap_err();
    let words = usage::words(&error, &command, &typed, lang).unwrap_or_else(|| panic!("{line}: {error}"));
    (error.kind(), words)
}

#[test]
fn each_kind_of_mistake_is_said_in_both_languages() {
    for (line, kind, thai, english) in [
        (
            "prongsai build --strictt",
            ErrorKind::UnknownArgument,
            "ไม่รู้จัก “--strictt” น่าจะหมายถึง --strict",
            "“--strictt” is not known here; probably --strict is meant",
        ),
        ("prongsai build x", ErrorKind::UnknownArgument, "ไม่รู้จัก “x”", "“x” is not known here"),
        (
            "prongsai bild",
            ErrorKind::InvalidSubcommand,
            "ไม่มีคำสั่ง “bild” น่าจะหมายถึง build",
            "there is no command “bild”; probably build is meant",
        ),
        (
            "prongsai score invrt",
            ErrorKind::InvalidSubcommand,
            "ไม่มีคำสั่ง “invrt” น่าจะหมายถึง invert",
            "there is no command “invrt”; probably invert is meant",
        ),
        ("prongsai move a", ErrorKind::MissingRequiredArgument, "ยังขาด <NEW>", "this is missing: <NEW>"),
        ("prongsai sheet", ErrorKind::MissingRequiredArgument, "ยังขาด --year <YEAR>", "this is missing: --year <YEAR>"),
        ("prongsai build --out", ErrorKind::InvalidValue, "ต้องระบุค่าหลัง --out <DIR>", "--out <DIR> takes a value"),
        (
            "prongsai check --format html",
            ErrorKind::InvalidValue,
            "ค่า “html” ใช้กับ --format <FORMAT> ไม่ได้ ค่าที่ใช้ได้คือ human, short, json, sarif",
            "“html” is no value of --format <FORMAT>; it takes human, short, json, sarif",
        ),
        (
            "prongsai check --lang fr",
            ErrorKind::InvalidValue,
            "ค่า “fr” ใช้กับ --lang <LANG> ไม่ได้ ค่าที่ใช้ได้คือ th, en",
            "“fr” is no value of --lang <LANG>; it takes th, en",
        ),
        (
            "prongsai serve --port x",
            ErrorKind::ValueValidation,
            "ค่า “x” ใช้กับ --port <N> ไม่ได้ ต้องเป็นจำนวนเต็มตั้งแต่ 0 ถึง 65535",
            "“x” is no value of --port <N>; it takes a whole number from 0 to 65535",
        ),
        (
            "prongsai verify a --timeout 301",
            ErrorKind::ValueValidation,
            "ค่า “301” ใช้กับ --timeout <SECONDS> ไม่ได้ ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 300",
            "“301” is no value of --timeout <SECONDS>; it takes a whole number from 1 to 300",
        ),
        (
            "prongsai verify a --statement --format json",
            ErrorKind::ArgumentConflict,
            "--statement ใช้พร้อมกับ --format <FORMAT> ไม่ได้",
            "--statement cannot be used with --format <FORMAT>",
        ),
        ("prongsai build --out a --out b", ErrorKind::ArgumentConflict, "ระบุ --out <DIR> ได้ครั้งเดียว", "--out <DIR> can be given once only"),
        (
            "prongsai publish --pack a",
            ErrorKind::WrongNumberOfValues,
            "--pack <PAGE> <FILE.zip> ต้องมี 2 ค่า แต่ระบุไว้ 1",
            "--pack <PAGE> <FILE.zip> takes 2 values, and 1 was given",
        ),
        (
            "prongsai build --strict=yes",
            ErrorKind::TooManyValues,
            "“yes” เกินจำนวนค่าของ --strict",
            "“yes” is one value too many for --strict",
        ),
    ] {
        for (lang, expected) in [(Lang::Thai, thai), (Lang::English, english)] {
            let (found, words) = error(line, lang);
            let [what, written, more] = words.lines().collect::<Vec<_>>().try_into().unwrap();
            assert_eq!((found, what), (kind, expected), "{line}");
            assert!(written.starts_with(help::usage_heading(lang)) && more.ends_with(" --help"), "{words}");
            assert_eq!(words.contains(is_thai), lang == Lang::Thai, "{words}");
        }
    }
}

#[test]
fn how_to_write_it_is_that_of_the_command_that_was_typed() {
    let (_, words) = error("prongsai --lang th score invert", Lang::Thai);
    assert!(words.contains("วิธีใช้: prongsai score invert [ตัวเลือก] --year <YEAR>"), "{words}");
    assert!(words.ends_with("prongsai score invert --help"), "{words}");
}
