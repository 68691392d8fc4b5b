//! Writes new files and says so, or why not.

use crate::base::Lang;
use crate::cli::arguments::CommonArgs;
use crate::cli::{CommandResult, ExitStatus, say, say_error, show, signals};
use crate::rename;
use crate::report::print::Format;
use crate::scaffold::{NewFiles, NotMade};
use crate::words::new as words;

/// Writes all files, unless they would cause an error.
pub(super) fn write(files: &NewFiles, common: &CommonArgs, lang: Lang) -> CommandResult {
    if files.worse.has_errors() {
        show(&files.worse, Format::Human, &files.after, lang, common);
        say(words::would_be_wrong(lang));
        return Ok(ExitStatus::ContentProblems);
    }
    let interrupt = signals::listen();
    if let Err(refused) = rename::apply(&files.root, &files.work, &mut |path| interrupt.check(path))? {
        say_error(&words::not_made(lang, refused.words(lang)));
        return Ok(ExitStatus::BadCommand);
    }
    if !common.quiet {
        // Those in hidden folders are for other programs.
        let shown = files.files().filter(|file| !file.as_str().starts_with('.'));
        shown.for_each(|file| say(&words::written(lang, file.below(&files.root).display())));
        files.work.rewrites.iter().for_each(|rewrite| say(&words::changed(lang, rewrite.file.below(&files.root).display())));
    }
    show(&files.worse, Format::Human, &files.after, lang, common);
    Ok(ExitStatus::Fine)
}

pub(super) fn refuse(refused: &NotMade, lang: Lang) -> ExitStatus {
    say_error(&words::not_made(lang, refused.words(lang)));
    ExitStatus::BadCommand
}
