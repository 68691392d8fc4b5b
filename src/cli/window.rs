//! The console window. One opened for the program alone closes when it ends, before its output is
//! read.

use std::io::{IsTerminal, stderr, stdin};

use super::arguments::Cli;
use super::say;
use crate::base::Lang;
use crate::words;

/// State of the window after the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConsoleWindow {
    /// Stays open: the window of a shell, or there is no window.
    Stays,
    /// Closes at once.
    Closes,
}

/// Kind of the parent process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Starter {
    /// Explorer: a double click, a shortcut, a file dropped on the program.
    Desktop,
    /// A shell.
    Shell,
    /// Another program, which may wait for this one to end.
    Other,
}

impl ConsoleWindow {
    /// The window of this run. Without a shell or desktop as parent, the run is taken for an
    /// unattended task, unless it has no command: then a person started it, from an archive or
    /// another file manager.
    pub(super) fn of(typed: &Result<Cli, clap::Error>) -> ConsoleWindow {
        let somebody_looks = stdin().is_terminal() && stderr().is_terminal();
        match (Starter::of_this_run(), typed) {
            (Starter::Desktop, _) | (Starter::Other, Ok(Cli { command: None, .. })) if somebody_looks => ConsoleWindow::Closes,
            _ => ConsoleWindow::Stays,
        }
    }

    /// Waits for Enter if the window would close.
    pub(super) fn stay_to_be_read(self, lang: Lang) {
        if self == ConsoleWindow::Closes {
            say(words::command::press_enter(lang));
            let _ = stdin().read_line(&mut String::new());
        }
    }
}

impl Starter {
    /// Only Windows opens a window for a program.
    fn of_this_run() -> Starter {
        match parent() {
            Some(name) => Starter::named(&name),
            None if cfg!(windows) => Starter::Other,
            None => Starter::Shell,
        }
    }

    /// Classifies the file name of the parent program.
    fn named(program: &str) -> Starter {
        const SHELLS: [&str; 9] = ["cmd", "powershell", "pwsh", "powershell_ise", "bash", "sh", "zsh", "fish", "nu"];
        let program = program.to_lowercase();
        match program.strip_suffix(".exe").unwrap_or(&program) {
            "explorer" => Starter::Desktop,
            name if SHELLS.contains(&name) => Starter::Shell,
            _ => Starter::Other,
        }
    }
}

#[cfg(not(windows))]
fn parent() -> Option<String> {
    None
}

/// File name of the parent program, if it is still running.
#[cfg(windows)]
fn parent() -> Option<String> {
    use winsafe::{GetCurrentProcessId, HPROCESSLIST, co};
    let mut list = HPROCESSLIST::CreateToolhelp32Snapshot(co::TH32CS::SNAPPROCESS, None).ok()?;
    let entries = list.iter_processes().map_while(Result::ok);
    let processes: Vec<_> = entries.map(|entry| (entry.th32ProcessID, entry.th32ParentProcessID, entry.szExeFile())).collect();
    let (_, parent, _) = processes.iter().find(|(id, ..)| *id == GetCurrentProcessId())?;
    processes.iter().find(|(id, ..)| id == parent).map(|(.., name)| name.clone())
}

#[cfg(test)]
mod tests {
    use super::Starter::{self, Desktop, Other, Shell};

    #[test]
    fn a_starter_is_known_by_its_name() {
        let starters = [("explorer.exe", Desktop), ("Explorer.EXE", Desktop), ("cmd.exe", Shell), ("pwsh.exe", Shell), ("bash", Shell)];
        let others = ["WinRAR.exe", "svchost.exe", "taskeng.exe", "my-explorer.exe", ""].map(|name| (name, Other));
        for (name, starter) in starters.into_iter().chain(others) {
            assert_eq!(Starter::named(name), starter, "{name}");
        }
    }
}
