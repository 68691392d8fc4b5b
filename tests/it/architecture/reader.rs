//! What each file of a crate names, read from its text: `use` declarations and the paths in its
//! code, without what is compiled for tests only.
//!
//! It is no parser of Rust: macros that build paths are not seen, and a method is not a name. That
//! is enough for who knows whom, because a type must be
//! named by its path, or imported, before anything can be done with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The files of a crate by module: `[]` is `lib.rs`, `["site", "page"]` is `site/page.rs`.
#[derive(Debug, Default)]
pub struct Crate {
    modules: BTreeMap<Vec<String>, Module>,
}

#[derive(Debug, Default)]
struct Module {
    file: PathBuf,
    imports: Vec<Import>,
    /// Paths in code, in the order in which they are written.
    paths: Vec<Named>,
    /// Names of items that the file itself declares.
    items: Vec<String>,
}

#[derive(Debug)]
struct Import {
    /// The name in this file; `*` for all names of a module.
    name: String,
    path: Named,
}

#[derive(Clone, Debug)]
struct Named {
    path: Vec<String>,
    line: usize,
}

/// That a file names something that another file declares.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    pub from: PathBuf,
    pub line: usize,
    pub to: PathBuf,
    pub name: String,
}

/// Where a path leads.
enum Target {
    Module(Vec<String>),
    Item { module: Vec<String>, name: String },
}

impl Crate {
    /// The files below `src`, but those that are compiled for tests only.
    pub fn read(src: &Path) -> io::Result<Crate> {
        let mut sources = Vec::new();
        let mut folders = vec![src.to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let text = fs::read_to_string(&path)?;
                    sources.push((path.strip_prefix(src).unwrap().to_owned(), text));
                }
            }
        }
        Ok(Crate::of(sources.iter().map(|(file, text)| (file.as_path(), text.as_str()))))
    }

    /// A crate of these files, each by its path below `src`.
    pub fn of<'t>(sources: impl IntoIterator<Item = (&'t Path, &'t str)>) -> Crate {
        let (mut modules, mut for_tests) = (BTreeMap::new(), Vec::new());
        for (file, text) in sources {
            let path = module_of(file);
            let (module, tests) = Module::read(file, text);
            for_tests.extend(tests.into_iter().map(|name| [path.as_slice(), &[name]].concat()));
            modules.insert(path, module);
        }
        modules.retain(|path, _| !for_tests.iter().any(|tests: &Vec<String>| path.starts_with(tests)));
        Crate { modules }
    }

    /// The files, sorted.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.modules.values().map(|module| module.file.as_path())
    }

    /// Every name that a file takes from another one. A name that is handed on by `pub use` counts
    /// as taken from the file that declares it.
    pub fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = Vec::new();
        for (path, module) in &self.modules {
            for named in module.imports.iter().map(|import| &import.path).chain(&module.paths) {
                let Some(Target::Item { module: to, name }) = self.resolve(path, &named.path, 0) else { continue };
                let to = &self.modules[&to].file;
                if *to != module.file {
                    arrows.push(Arrow { from: module.file.clone(), line: named.line, to: to.clone(), name });
                }
            }
        }
        arrows.sort();
        arrows.dedup();
        arrows
    }

    /// What `path` means in the module `at`; `None` for what is of no file of the crate.
    fn resolve(&self, at: &[String], path: &[String], depth: usize) -> Option<Target> {
        // A name may be handed on a few times; more would be a circle of imports.
        let depth = depth.checked_add(1).filter(|depth| *depth < 9)?;
        let mut target = Target::Module(at.to_vec());
        for (place, name) in path.iter().enumerate() {
            let is_last = place + 1 == path.len();
            let Target::Module(module) = target else { return Some(target) };
            target = match name.as_str() {
                "crate" => Target::Module(Vec::new()),
                "super" => Target::Module(module.split_last()?.1.to_vec()),
                "self" | "*" => Target::Module(module),
                name => match self.look_up(&module, name, is_last, depth) {
                    Some(target) => target,
                    // The first word of a path that is neither declared nor imported here is
                    // another crate.
                    None if place == 0 => return None,
                    None => Target::Item { module, name: name.to_owned() },
                },
            };
        }
        Some(target)
    }

    /// What `name` means in `module`: a file below it, or something that it declares or imports. A
    /// module and a function may have one name; at the end of a
    /// path the function is meant.
    fn look_up(&self, module: &[String], name: &str, is_last: bool, depth: usize) -> Option<Target> {
        let child = [module, &[name.to_owned()]].concat();
        let child = || self.modules.contains_key(&child).then(|| Target::Module(child.clone()));
        let item = || self.item(module, name, depth);
        if is_last { item().or_else(child) } else { child().or_else(item) }
    }

    fn item(&self, module: &[String], name: &str, depth: usize) -> Option<Target> {
        let here = self.modules.get(module)?;
        if here.items.iter().any(|item| item == name) {
            return Some(Target::Item { module: module.to_vec(), name: name.to_owned() });
        }
        let named = here.imports.iter().filter(|import| import.name == name);
        let of_name = named.filter(|import| import.path.path.last().is_none_or(|last| last != "*"));
        of_name.filter_map(|import| self.resolve(module, &import.path.path, depth)).next().or_else(|| {
            here.imports.iter().filter(|import| import.name == "*").find_map(|import| {
                match self.resolve(module, &import.path.path, depth)? {
                    Target::Module(from) if from != module => self.look_up(&from, name, true, depth),
                    _ => None,
                }
            })
        })
    }
}

fn module_of(file: &Path) -> Vec<String> {
    let mut path: Vec<String> = file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if matches!(path.last().map(String::as_str), Some("mod" | "lib")) {
        path.pop();
    }
    path
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Path,
    Sign(char),
}

impl Token {
    fn is(&self, sign: char) -> bool {
        *self == Token::Sign(sign)
    }

    fn word(&self) -> Option<&str> {
        match self {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }
}

impl Module {
    /// The module, and the names of its modules that are for tests only.
    fn read(file: &Path, text: &str) -> (Module, Vec<String>) {
        let (tokens, for_tests) = without_tests(tokens(text));
        let mut module = Module { file: file.to_owned(), ..Module::default() };
        let mut at = 0;
        // Where a module within the file ends: what it calls `super` is the file.
        let mut inner_end = 0;
        while let Some((token, line)) = tokens.get(at) {
            match token.word() {
                Some("mod") if tokens.get(at + 2).is_some_and(|(token, _)| token.is('{')) => {
                    inner_end = inner_end.max(block_end(&tokens, at + 2));
                    at += 3;
                }
                Some("super") if at < inner_end => at += 2,
                Some("use") => {
                    let above = usize::from(at < inner_end && tokens.get(at + 1).is_some_and(|(token, _)| token.word() == Some("super")));
                    at = module.import(&tokens, at + 1 + 2 * above, &mut if above > 0 { vec!["self".to_owned()] } else { Vec::new() });
                }
                Some("struct" | "enum" | "fn" | "trait" | "type" | "const" | "static" | "union") => {
                    module.items.extend(tokens.get(at + 1).and_then(|(next, _)| next.word()).map(str::to_owned));
                    at += 1;
                }
                Some(word) => {
                    let mut path = vec![word.to_owned()];
                    let follows = |at: usize| tokens.get(at).is_some_and(|(token, _)| *token == Token::Path);
                    let starts = at == 0 || !(follows(at - 1) || tokens[at - 1].0.is('.'));
                    while let Some(word) = tokens.get(at + 2).and_then(|(next, _)| next.word()).filter(|_| follows(at + 1)) {
                        path.push(word.to_owned());
                        at += 2;
                    }
                    if starts && path.len() > 1 {
                        module.paths.push(Named { path, line: *line });
                    }
                    at += 1;
                }
                None => at += 1,
            }
        }
        (module, for_tests)
    }

    /// Reads one tree of a `use` declaration and returns what follows it.
    fn import(&mut self, tokens: &[(Token, usize)], mut at: usize, before: &mut Vec<String>) -> usize {
        let depth = before.len();
        let mut name = None;
        while let Some((token, line)) = tokens.get(at) {
            match token {
                Token::Word(word) if word == "as" => {
                    name = tokens.get(at + 1).and_then(|(token, _)| token.word()).map(str::to_owned);
                    at += 2;
                }
                Token::Word(word) => {
                    before.push(word.clone());
                    at += 1;
                }
                Token::Path => at += 1,
                Token::Sign('*') => {
                    before.push("*".to_owned());
                    at += 1;
                }
                Token::Sign('{') => {
                    at += 1;
                    while tokens.get(at).is_some_and(|(token, _)| !token.is('}')) {
                        at = self.import(tokens, at, before);
                        at += usize::from(tokens.get(at).is_some_and(|(token, _)| token.is(',')));
                    }
                    before.truncate(depth);
                    return at + 1;
                }
                Token::Sign(_) => {
                    let last = before.iter().rev().find(|part| *part != "self").cloned().unwrap_or_default();
                    let path = Named { path: before.clone(), line: *line };
                    self.imports.push(Import { name: name.unwrap_or(last), path });
                    before.truncate(depth);
                    return at;
                }
            }
        }
        at
    }
}

/// The tokens but for comments and literals, each with its line.
fn tokens(text: &str) -> Vec<(Token, usize)> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while let Some(&c) = chars.get(at) {
        let begun = at;
        let next = chars.get(at + 1).copied();
        match c {
            '/' if next == Some('/') => at += chars[at..].iter().take_while(|c| **c != '\n').count(),
            '/' if next == Some('*') => at = comment_end(&chars, at),
            '"' => at = string_end(&chars, at),
            '\'' if next == Some('\\') => at += 3 + chars[at + 3..].iter().take_while(|c| **c != '\'').count(),
            '\'' if chars.get(at + 2) == Some(&'\'') => at += 2,
            ':' if next == Some(':') => {
                tokens.push((Token::Path, line));
                at += 1;
            }
            c if c.is_alphabetic() || c == '_' => {
                let word: String = chars[at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').collect();
                at += word.chars().count();
                match raw_string_end(&chars, at).filter(|_| matches!(word.as_str(), "r" | "br" | "cr")) {
                    Some(end) => at = end,
                    None => {
                        tokens.push((Token::Word(word), line));
                        at -= 1;
                    }
                }
            }
            c if c.is_whitespace() => {}
            c => tokens.push((Token::Sign(c), line)),
        }
        at += 1;
        line += chars[begun..at.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// The last character of the comment that begins `at`.
fn comment_end(chars: &[char], mut at: usize) -> usize {
    let mut depth = 0;
    loop {
        match chars.get(at..at + 2) {
            Some(['/', '*']) => (depth, at) = (depth + 1, at + 1),
            Some(['*', '/']) => (depth, at) = (depth - 1, at + 1),
            Some(_) => {}
            None => return at,
        }
        if depth == 0 {
            return at;
        }
        at += 1;
    }
}

/// The quote that ends the string which begins `at`.
fn string_end(chars: &[char], mut at: usize) -> usize {
    at += 1;
    while let Some(c) = chars.get(at).filter(|c| **c != '"') {
        at += if *c == '\\' { 2 } else { 1 };
    }
    at
}

/// The last character of a raw string whose quote or first `#` is `at`.
fn raw_string_end(chars: &[char], at: usize) -> Option<usize> {
    let hashes = chars.get(at..)?.iter().take_while(|c| **c == '#').count();
    let begin = at + hashes + 1;
    chars.get(begin - 1).filter(|c| **c == '"')?;
    let end = [&['"'][..], &vec!['#'; hashes]].concat();
    chars.get(begin..)?.windows(hashes + 1).position(|window| window == end).map(|length| begin + length + hashes)
}

/// The tokens without items under `#[cfg(test)]`, and the names of modules among these.
fn without_tests(tokens: Vec<(Token, usize)>) -> (Vec<(Token, usize)>, Vec<String>) {
    let (mut kept, mut modules, mut at) = (Vec::new(), Vec::new(), 0);
    while at < tokens.len() {
        let end = attribute_end(&tokens, at);
        let words: Vec<&str> = tokens[at..end].iter().filter_map(|(token, _)| token.word()).collect();
        if !matches!(words.as_slice(), ["cfg", "test"] | ["cfg", "all", "test", ..]) {
            kept.extend(tokens.get(at..end.max(at + 1)).into_iter().flatten().cloned());
            at = end.max(at + 1);
            continue;
        }
        at = end;
        while attribute_end(&tokens, at) > at {
            at = attribute_end(&tokens, at);
        }
        let end = item_end(&tokens, at);
        let item = &tokens[at..end];
        if let Some(place) = item.iter().take(3).position(|(token, _)| token.word() == Some("mod")) {
            modules.extend(item.get(place + 1).and_then(|(token, _)| token.word()).map(str::to_owned));
        }
        at = end;
    }
    (kept, modules)
}

/// What follows the attribute that begins `at`; `at` itself if there is none.
fn attribute_end(tokens: &[(Token, usize)], at: usize) -> usize {
    let is = |at: usize, sign| tokens.get(at).is_some_and(|(token, _)| token.is(sign));
    if is(at, '#') && is(at + 1, '[') { block_end(tokens, at + 1) } else { at }
}

/// What follows the bracket that begins `at` and its content.
fn block_end(tokens: &[(Token, usize)], at: usize) -> usize {
    let mut depth = 0;
    for (place, (token, _)) in tokens.iter().enumerate().skip(at) {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    tokens.len()
}

/// What follows the item that begins `at`: a declaration ends with `;`, all others with their
/// braces.
fn item_end(tokens: &[(Token, usize)], mut at: usize) -> usize {
    let is_use = tokens[at..].iter().take_while(|(token, _)| !token.is('{')).take(5).any(|(token, _)| token.word() == Some("use"));
    while let Some((token, _)) = tokens.get(at) {
        match token {
            Token::Sign(';') => return at + 1,
            Token::Sign('{') if !is_use => return block_end(tokens, at),
            Token::Sign('(' | '[' | '{') => at = block_end(tokens, at),
            _ => at += 1,
        }
    }
    at
}
