//! Converts panics into errors. A panic is a defect of this program, not of the author's input: it
//! ends the current operation with a message that names the file.
//!
//! [`at`] wraps the work on one file and re-raises a panic with the name of that file, across rayon
//! threads too. [`as_error`] wraps the whole operation and turns the panic into an [`Error`]: a
//! command exits with it, the preview shows it and keeps running.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;

use crate::error::{Error, Result};

/// Kind of work on a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Activity {
    /// Parsing.
    Reading,
    /// Running checks.
    Checking,
    /// Rendering an output.
    Rendering,
}

/// Panic payload: the file that was being processed.
struct PanicOrigin(String);

/// Runs `work` on a file. A panic is re-raised with the file name; with nested calls the innermost
/// name is kept.
pub(crate) fn at<T>(file: &str, doing: Activity, work: impl FnOnce() -> T) -> T {
    let work = || {
        provoked(file, doing);
        work()
    };
    // `AssertUnwindSafe`: the panic is re-raised, so partial state is never observed.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| match panic.is::<PanicOrigin>() {
        true => resume_unwind(panic),
        false => resume_unwind(Box::new(PanicOrigin(file.to_owned()))),
    })
}

/// Runs `work` and converts a panic into an error that names the file, if known.
pub(crate) fn as_error<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(error(&*panic)))
}

/// Converts a panic payload.
fn error(panic: &(dyn Any + Send)) -> Error {
    Error::unforeseen(panic.downcast_ref().map(|PanicOrigin(file)| PathBuf::from(file)))
}

/// Silences the default panic message. For debugging, `PRONGSAI_TRACE` keeps it, with the source
/// location.
pub(crate) fn without_words() {
    if std::env::var_os("PRONGSAI_TRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

#[cfg(not(test))]
fn provoked(_: &str, _: Activity) {}

/// Panics for file names that contain the marker of the activity.
#[cfg(test)]
fn provoked(file: &str, doing: Activity) {
    let name = match doing {
        Activity::Reading => "stumble-reading",
        Activity::Checking => "stumble-checking",
        Activity::Rendering => "stumble-rendering",
    };
    assert!(!file.contains(name), "provoked");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use rayon::prelude::*;

    use super::*;
    use crate::base::Lang;
    use crate::diagnostics::Purpose;
    use crate::pipeline::{self, Request};
    use crate::thai::Date;

    const SITE: &str = "agency: {name: เทศบาลตำบลตัวอย่าง}\nbase_url: https://www.example.go.th/ita/\nlanguages: [th]\n";

    fn stumble() -> usize {
        #[allow(clippy::string_slice, reason = "what is stumbled over")]
        let half = &"ก"[std::hint::black_box(1)..];
        half.len()
    }

    #[test]
    fn the_inner_file_is_named_also_from_other_threads() {
        let one = |number: &i32| at(&format!("content/{number}.md"), Activity::Reading, || if *number == 37 { stumble() } else { 0 });
        let all = || Ok(at("content/", Activity::Reading, || (0..100).collect::<Vec<_>>().par_iter().map(one).sum::<usize>()));
        assert_eq!(as_error(all).unwrap_err().path(), Path::new("content/37.md"));
    }

    #[test]
    fn words_are_those_of_people() {
        for (error, name) in
            [(as_error(|| Ok(stumble())), ""), (as_error(|| Ok(at("content/a.md", Activity::Reading, stumble))), "content/a.md")]
        {
            let error = error.unwrap_err();
            for words in [Lang::Thai, Lang::English].map(|lang| error.describe(lang)) {
                assert!(words.contains(name) && !["panick", "thread", "byte", ".rs"].iter().any(|word| words.contains(word)), "{words}");
                assert!(!words.contains("  ") && !words.contains('\n'), "{words}");
            }
        }
    }

    fn site(pages: &[&str]) -> (tempfile::TempDir, Request) {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("content/pages")).unwrap();
        fs::write(root.path().join("content/site.yaml"), SITE).unwrap();
        pages.iter().for_each(|page| write(root.path(), page, "ข้อความ"));
        let today = Date::parse("2026-11-22").unwrap().date;
        let request = Request::to_look(root.path().to_owned(), Purpose::Build, today);
        (root, request)
    }

    fn write(root: &Path, page: &str, text: &str) {
        fs::write(root.join(format!("content/pages/{page}.md")), format!("---\ntitle: หน้า\n---\n{text}\n")).unwrap();
    }

    fn build(request: &Request, out: &Path) -> Result<bool> {
        as_error(|| {
            let begun = pipeline::begin(request, out)?;
            let mut understood = pipeline::understand(request)?;
            Ok(pipeline::build(&mut understood, request, begun, &|| {})?.is_some())
        })
    }

    fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
        let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path()).filter(|path| path.is_file());
        files.map(|path| (path.strip_prefix(folder).unwrap().display().to_string(), fs::read(&path).unwrap())).collect()
    }

    #[test]
    fn what_is_stumbled_over_is_named_and_what_is_published_stays() {
        for stumbling in ["stumble-reading", "stumble-checking", "stumble-rendering"] {
            let (root, request) = site(&["about"]);
            let out = root.path().join("public");
            assert!(build(&request, &out).unwrap());
            let before = files(&out);
            write(root.path(), "about", "ข้อความใหม่");
            write(root.path(), stumbling, "ข้อความ");
            let file = format!("content/pages/{stumbling}.md");
            assert_eq!(build(&request, &out).unwrap_err().path(), Path::new(&file));
            assert_eq!(files(&out), before, "{stumbling}");
            let left: Vec<_> = fs::read_dir(root.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert!(left.iter().all(|name| name == "content" || name == "public"), "{left:?}");
            // The lock is released.
            fs::remove_file(root.path().join(file)).unwrap();
            assert!(build(&request, &out).unwrap() && files(&out) != before);
        }
    }
}
