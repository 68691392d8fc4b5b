//! `prongsai move`

mod counts;
mod diff;
mod notes;

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use super::arguments::{CommonArgs, MoveArgs};
use super::build::date_option;
use super::verify::target::bare;
use super::{CommandResult, ExitStatus, root, say, say_error, show, signals};
use crate::base::Lang;
use crate::diagnostics::Purpose;
use crate::pipeline::Request;
use crate::rename::{self, NotMoved, TypedNames};
use crate::report::print::Format;
use crate::words::moving;

pub(super) fn run(common: &CommonArgs, options: &MoveArgs, lang: Lang) -> CommandResult {
    let root = root::find(common)?;
    let Some(today) = date_option(options.today.as_deref(), lang) else { return Ok(ExitStatus::BadCommand) };
    let request = Request { interrupt: signals::listen(), ..Request::to_look(root, Purpose::Submission, today) };
    let here = here(&request.root);
    let typed = TypedNames { old: bare(&options.old), new: bare(&options.new), here: &here };
    let renaming = match rename::rename(&request, typed)? {
        Ok(Some(renaming)) => renaming,
        Ok(None) => {
            say_error(moving::no_site(lang));
            return Ok(ExitStatus::ContentProblems);
        }
        Err(refused) => return Ok(refuse(&refused, lang)),
    };
    if renaming.worse.has_errors() {
        show(&renaming.worse, Format::Human, &renaming.after, lang, common);
        say(moving::would_be_worse(lang));
        return Ok(ExitStatus::ContentProblems);
    }
    let _ = write!(anstream::stdout(), "{}", diff::text(&renaming));
    show(&renaming.worse, Format::Human, &renaming.after, lang, common);
    for note in notes::notes(&renaming, lang) {
        say(&note);
    }
    match agreed(options, lang) {
        Confirmation::Yes => {}
        Confirmation::No => {
            say(moving::left_alone(lang));
            return Ok(ExitStatus::Fine);
        }
        Confirmation::NotAsked => {
            say(moving::shown_only(lang));
            return Ok(ExitStatus::Fine);
        }
    }
    let mut step = |path: &Path| request.interrupt.check(path);
    if let Err(refused) = rename::apply(&request.root, &renaming.work, &mut step)? {
        return Ok(refuse(&refused, lang));
    }
    if !common.quiet {
        say(&notes::moved(&renaming, lang));
    }
    Ok(ExitStatus::Fine)
}

fn refuse(refused: &NotMoved, lang: Lang) -> ExitStatus {
    if let NotMoved::AlreadyMoved(_) = refused {
        say(&refused.words(lang));
        return ExitStatus::Fine;
    }
    say_error(&moving::not_moved(lang, refused.words(lang)));
    match refused {
        NotMoved::Unreadable(_)
        | NotMoved::Unmendable(..)
        | NotMoved::FileAddress(_)
        | NotMoved::ItemAddress(..)
        | NotMoved::NoPage(_)
        | NotMoved::Changed(_) => ExitStatus::ContentProblems,
        _ => ExitStatus::BadCommand,
    }
}

/// Current directory relative to the root, with `/`; empty if it is the root or outside it.
fn here(root: &Path) -> String {
    let folder = std::env::current_dir().and_then(|here| here.canonicalize());
    let (Ok(here), Ok(root)) = (folder, root.canonicalize()) else { return String::new() };
    here.strip_prefix(root).map(|below| below.to_string_lossy().replace('\\', "/")).unwrap_or_default()
}

enum Confirmation {
    Yes,
    No,
    /// Standard input is not a terminal.
    NotAsked,
}

fn agreed(options: &MoveArgs, lang: Lang) -> Confirmation {
    if options.yes {
        return Confirmation::Yes;
    }
    if !io::stdin().is_terminal() {
        return Confirmation::NotAsked;
    }
    let _ = write!(anstream::stderr(), "{} ", moving::question(lang));
    let mut line = String::new();
    let _ = io::stdin().lock().read_line(&mut line);
    match line.trim().to_lowercase().as_str() {
        "y" | "yes" | "ใช่" | "ช" => Confirmation::Yes,
        _ => Confirmation::No,
    }
}
