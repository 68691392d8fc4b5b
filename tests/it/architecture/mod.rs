//! Which room of `src` may know which: an arrow leads down, and no two files name each other, by
//! whatever way.

mod reader;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use reader::{Arrow, Crate};

/// The rooms of `src` by floor, the lowest first. A room may name those below its floor and nobody
/// else. Test code may name everything.
const FLOORS: &[&[&str]] = &[
    &["archive", "checksum", "memoized", "network", "retry_budget", "slice", "timings"],
    &["thai", "workbook"],
    &["base", "markdown"],
    &["words"],
    &["diagnostics", "error", "manual", "witness"],
    &["unforeseen"],
    &["source"],
    &["watch", "yaml"],
    &["catalogue", "config"],
    &["content", "record"],
    &["attachment", "output", "score", "site"],
    &["check", "due", "external", "plan", "report", "verify"],
    &["pack", "render"],
    &["search", "store"],
    &["pipeline", "sheet"],
    &["release", "rename", "serve"],
    &["scaffold"],
    &["form"],
    &["import"],
    &["cli"],
];

/// Those that belong to no room: the list of rooms, the start of the program, and the script that
/// Cargo runs before it compiles.
const APART: [&str; 3] = ["lib", "main", "embed"];

#[test]
fn every_room_has_a_floor() {
    let rooms: BTreeSet<String> = source().files().map(room).filter(|room| !APART.contains(&room.as_str())).collect();
    let named: BTreeSet<String> = FLOORS.iter().copied().flatten().map(|room| (*room).to_owned()).collect();
    assert_eq!(rooms, named, "rooms of src, and rooms of FLOORS");
}

#[test]
fn no_arrow_leads_up() {
    let wrong = upward(&source().arrows(), FLOORS);
    assert!(wrong.is_empty(), "a room names one that is not below it:\n{}", lines(&wrong));
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    let circle = circle(&source().arrows());
    assert!(
        circle.is_empty(),
        "these files name each other in a circle; what they share belongs in a file of its own:\n{}",
        lines(&circle)
    );
}

#[test]
fn one_name_is_one_type() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in rust_files() {
        for name in types(&fs::read_to_string(&path).unwrap()) {
            files.entry(name).or_default().push(path.display().to_string());
        }
    }
    let doubled: Vec<String> =
        files.iter().filter(|(_, files)| files.len() > 1).map(|(name, files)| format!("{name}: {}", files.join(", "))).collect();
    assert!(doubled.is_empty(), "defined more than once:\n{}", doubled.join("\n"));
    assert!(files.len() > 400, "{} types: are they found at all?", files.len());
}

#[test]
fn types_are_found_but_for_those_of_traits() {
    let text = "pub struct A;\n    pub(super) enum B {}\ntrait C {}\ntype D = A;\n    type Item = A;\n// struct E;\n";
    assert_eq!(types(text), ["A", "B", "C", "D"]);
}

/// The types that a file defines. An indented `type` belongs to a trait.
fn types(text: &str) -> Vec<String> {
    let name = |line: &str| {
        let plain = line.trim_start();
        let plain = plain.strip_prefix("pub").map_or(plain, |rest| match rest.strip_prefix('(') {
            Some(rest) => rest.split_once(')').map_or(rest, |(_, rest)| rest).trim_start(),
            None => rest.trim_start(),
        });
        let (kind, rest) = plain.split_once(' ')?;
        let is_type = ["struct", "enum", "trait"].contains(&kind) || (kind == "type" && !line.starts_with(' '));
        is_type.then(|| rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect())
    };
    text.lines().filter_map(name).collect()
}

fn rust_files() -> impl Iterator<Item = PathBuf> {
    let files = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).into_iter().map(Result::unwrap);
    files.map(walkdir::DirEntry::into_path).filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
}

#[test]
fn an_upward_arrow_is_found_with_its_line() {
    let sources = [
        ("lib.rs", "mod low; mod high;"),
        ("high/mod.rs", "mod deep;\npub use deep::Thing;"),
        ("high/deep.rs", "pub struct Thing;\npub fn thing() {}"),
        // By an import, by a path in the code, by a name that is handed on; not in a text, a
        // comment, or a test.
        ("low/a.rs", "// crate::high::thing\nuse crate::{\n    high::Thing as Other,\n};"),
        ("low/b.rs", "fn f() {\n    let text = \"crate::high\";\n    crate::high::deep::thing(text);\n}"),
        ("low/c.rs", "#[cfg(test)]\nmod tests {\n    use crate::high::Thing;\n}\n#[cfg(test)]\nmod more;"),
        ("low/c/more.rs", "use crate::high::Thing;"),
        ("low/d.rs", "use crate::high;\n\nfn f<'a>(_: &'a high::Thing) {}"),
    ];
    let found = upward(&of(&sources).arrows(), &[&["low"], &["high"]]);
    let found: Vec<(String, usize, &str)> =
        found.iter().map(|arrow| (arrow.from.display().to_string(), arrow.line, &*arrow.name)).collect();
    let expected = [("low/a.rs", 3, "Thing"), ("low/b.rs", 3, "thing"), ("low/d.rs", 3, "Thing")];
    assert_eq!(found, expected.map(|(file, line, name)| (file.to_owned(), line, name)));
    assert!(upward(&of(&sources).arrows(), &[&["high"], &["low"]]).is_empty(), "the same rooms the other way round");
}

#[test]
fn a_circle_is_found_through_what_is_handed_on() {
    let circle_of = |sources: &[(&str, &str)]| -> Vec<String> {
        circle(&of(sources).arrows()).iter().map(|arrow| format!("{}:{}", arrow.from.display(), arrow.line)).collect()
    };
    let parent = ("room/mod.rs", "mod one;\nmod two;\n\npub use one::one;\n\npub struct Shared;");
    // The child imports from its parent, which hands on what the child declares.
    assert_eq!(circle_of(&[parent, ("room/one.rs", "use super::Shared;\npub fn one() {}")]), ["room/mod.rs:4", "room/one.rs:1"]);
    // Two children, one of which names the other through the parent; `one` is a module and a
    // function.
    let parent = ("room/mod.rs", "mod one;\nmod two;\n\npub use one::one;");
    let two = ("room/two.rs", "use super::one;\npub fn two() {}");
    assert_eq!(circle_of(&[parent, ("room/one.rs", "\npub fn one() { super::two::two() }"), two]), ["room/one.rs:2", "room/two.rs:1"]);
    assert!(circle_of(&[parent, ("room/one.rs", "pub fn one() {}"), two]).is_empty());
}

fn source() -> Crate {
    Crate::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap()
}

fn of(sources: &[(&str, &str)]) -> Crate {
    Crate::of(sources.iter().map(|(file, text)| (Path::new(*file), *text)))
}

/// The first name below `src`.
fn room(file: &Path) -> String {
    file.iter().next().map(|part| part.to_string_lossy().trim_end_matches(".rs").to_owned()).unwrap_or_default()
}

/// The arrows between rooms that do not lead to a lower floor.
fn upward(arrows: &[Arrow], floors: &[&[&str]]) -> Vec<Arrow> {
    let floor = |file: &Path| floors.iter().position(|rooms| rooms.contains(&room(file).as_str()));
    let is_wrong = |arrow: &&Arrow| match (floor(&arrow.from), floor(&arrow.to)) {
        (Some(from), Some(to)) => room(&arrow.from) != room(&arrow.to) && from <= to,
        _ => false,
    };
    arrows.iter().filter(is_wrong).cloned().collect()
}

/// One circle of files, if there is any, with an arrow from each file to the next.
fn circle(arrows: &[Arrow]) -> Vec<Arrow> {
    let mut known: BTreeMap<&Path, Vec<&Arrow>> = BTreeMap::new();
    for arrow in arrows {
        let from = known.entry(&arrow.from).or_default();
        if !from.iter().any(|other| other.to == arrow.to) {
            from.push(arrow);
        }
    }
    let mut seen = BTreeSet::new();
    known.keys().find_map(|start| back_to_itself(start, &known, &mut seen, &mut Vec::new())).unwrap_or_default()
}

/// Goes on from `file`; `way` is how it was reached, `seen` what leads into no circle.
fn back_to_itself<'a>(
    file: &'a Path,
    known: &BTreeMap<&'a Path, Vec<&'a Arrow>>,
    seen: &mut BTreeSet<&'a Path>,
    way: &mut Vec<&'a Arrow>,
) -> Option<Vec<Arrow>> {
    if let Some(begun) = way.iter().position(|arrow| arrow.from == file) {
        return Some(way[begun..].iter().copied().cloned().collect());
    }
    if seen.contains(file) {
        return None;
    }
    for arrow in known.get(file).into_iter().flatten() {
        way.push(arrow);
        let found = back_to_itself(&arrow.to, known, seen, way);
        way.pop();
        if found.is_some() {
            return found;
        }
    }
    seen.insert(file);
    None
}

fn lines(arrows: &[Arrow]) -> String {
    let line = |Arrow { from, line, to, name }: &Arrow| {
        format!("  src/{}:{line} names {name} of src/{}\n", PathBuf::from(from).display(), PathBuf::from(to).display())
    };
    arrows.iter().map(line).collect()
}
