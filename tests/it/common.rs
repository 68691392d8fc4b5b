//! Builds a site as a user would, and asks its pages questions.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use scraper::{ElementRef, Html, Selector};
use tempfile::TempDir;

/// The folder of the repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A run of the program.
pub fn prongsai(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prongsai"));
    // Receipts of builds are no business of the user who runs the tests.
    command.args(arguments).env_remove("PRONGSAI_LANG").env("XDG_CACHE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command.output().unwrap()
}

/// True for data for search engines, a script that no browser runs: it has to be JSON.
pub fn is_linked_data(element: ElementRef<'_>) -> bool {
    let is_typed =
        element.value().name() == "script" && element.attr("type") == Some("application/ld+json") && element.attr("src").is_none();
    is_typed && serde_json::from_str::<serde_json::Value>(&element.inner_html()).is_ok()
}

/// A built site.
#[derive(Clone)]
pub struct Site {
    out: PathBuf,
    /// Removed with the last use of it.
    _folder: Arc<TempDir>,
}

/// A page of it.
pub struct Page {
    html: Html,
}

/// Sites by their folder; each is built by the test that asks first, while the others wait.
type Sites = HashMap<&'static str, Arc<OnceLock<Site>>>;

/// Builds the site in `root` (below the repository) into a folder of its own, once for all tests
/// that ask, and fails with its report if it cannot be built.
pub fn build(root: &'static str) -> Site {
    static BUILT: LazyLock<Mutex<Sites>> = LazyLock::new(Mutex::default);
    let once = BUILT.lock().unwrap_or_else(PoisonError::into_inner).entry(root).or_default().clone();
    once.get_or_init(|| build_folder(&repository().join(root))).clone()
}

fn build_folder(root: &Path) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let run =
        prongsai(&["build", "--lang", "en", "--today", "2026-11-22", "--root", root.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert!(run.status.success(), "{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    Site { out, _folder: Arc::new(folder) }
}

/// Writes `files` (path, text) into a new folder; without a site file the smallest one is added.
pub fn site_folder(files: &[(&str, &str)]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    let smallest = ("content/site.yaml", "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\n");
    let added = (!files.iter().any(|(path, _)| *path == smallest.0)).then_some(&smallest);
    for (path, text) in files.iter().chain(added) {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

impl Site {
    /// The output folder.
    pub fn out(&self) -> PathBuf {
        self.out.clone()
    }

    /// The page at `address` (`2566/o42`, empty for the home page, or a file name).
    pub fn page(&self, address: &str) -> Page {
        let html = match address.ends_with(".html") {
            true => self.read(address),
            false => self.read(&format!("{address}/index.html")),
        };
        Page { html: Html::parse_document(&html) }
    }

    /// The text of a file of the output.
    pub fn read(&self, path: &str) -> String {
        let file = self.out().join(path.trim_start_matches('/'));
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }

    /// Whether the output has a file.
    pub fn has(&self, path: &str) -> bool {
        self.out().join(path).is_file()
    }

    /// Every file of the output with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.out())
    }
}

/// Every file below a folder with its bytes.
pub fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    files.map(|entry| (path_below(folder, entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// A path below a folder as it is written in the content and in records: with `/` on every system.
pub fn path_below(folder: &Path, path: &Path) -> String {
    let names = path.strip_prefix(folder).unwrap().iter().map(|name| name.to_str().unwrap());
    names.collect::<Vec<_>>().join("/")
}

/// A symbolic link. Windows lets administrators make one, and Wine 8 makes none: tests that need
/// one are named in `tests/windows/cannot-run`.
pub fn link(target: &Path, at: &Path) {
    #[cfg(unix)]
    std::os::unix::fs::symlink(target, at).unwrap();
    #[cfg(windows)]
    match target.is_dir() {
        true => std::os::windows::fs::symlink_dir(target, at).unwrap(),
        false => std::os::windows::fs::symlink_file(target, at).unwrap(),
    }
}

/// Copies every file below a folder.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files_below(from) {
        let file = to.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

impl Page {
    /// The text of every match of a selector, white space made one.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.select(selector).map(text_of).collect()
    }

    /// The text of the only match.
    pub fn text(&self, selector: &str) -> String {
        let texts = self.texts(selector);
        assert_eq!(texts.len(), 1, "{selector}: {texts:?}");
        texts.into_iter().next().unwrap()
    }

    /// The only `h1`, whose words may be split over elements that keep them together.
    pub fn heading(&self) -> String {
        assert_eq!(self.count("h1"), 1);
        let text: String = self.select("h1").flat_map(|element| element.text()).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The value of an attribute of every match that has it.
    pub fn attributes(&self, selector: &str, attribute: &str) -> Vec<String> {
        self.select(selector).filter_map(|element| element.value().attr(attribute)).map(str::to_owned).collect()
    }

    /// How many elements match.
    pub fn count(&self, selector: &str) -> usize {
        self.select(selector).count()
    }

    fn select<'p>(&'p self, selector: &str) -> impl Iterator<Item = ElementRef<'p>> {
        let selector = Selector::parse(selector).unwrap();
        self.html.select(&selector).collect::<Vec<_>>().into_iter()
    }
}

/// The text of an element, a blank between elements; a place where lines may break parts no word.
fn text_of(element: ElementRef<'_>) -> String {
    // Tags that say where lines break.
    let is_within_line = |node: &scraper::Node| {
        node.as_element().is_some_and(|element| element.name() == "wbr" || element.name() == "span" && element.attrs().next().is_none())
    };
    let mut shown = String::new();
    for node in element.descendants() {
        if let Some(text) = node.value().as_text() {
            let is_joined = [node.prev_sibling(), node.parent()].into_iter().flatten().any(|other| is_within_line(other.value()));
            shown.push_str(if is_joined { "" } else { " " });
            shown.push_str(text);
        }
    }
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
