//! The window in which the program runs. One that opened for it alone closes with it, and takes
//! along what nobody has read yet.

use std::io::{IsTerminal, stderr, stdin};

use super::arguments::Cli;
use super::say;
use crate::base::Lang;
use crate::words;

/// What becomes of the window when the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ConsoleWindow {
    /// It stays: that of a shell, or there is none.
    Stays,
    /// It closes at once.
    Closes,
}

/// Who started the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Starter {
    /// Explorer: a double click, a shortcut, a file dropped on the program.
    Desktop,
    /// A shell.
    Shell,
    /// Another program, which may wait for the end of this one.
    Other,
}

impl ConsoleWindow {
    /// The window of this run. One that was started by neither shell nor desktop is taken for a
    /// task that nobody looks at, unless it was given nothing to do: then a person opened it, out
    /// of an archive or another file manager.
    pub(super) fn of(typed: &Result<Cli, clap::Error>) -> ConsoleWindow {
        let somebody_looks = stdin().is_terminal() && stderr().is_terminal();
        match (Starter::of_this_run(), typed) {
            (Starter::Desktop, _) | (Starter::Other, Ok(Cli { command: None, .. })) if somebody_looks => ConsoleWindow::Closes,
            _ => ConsoleWindow::Stays,
        }
    }

    /// Waits until what was said has been read, where the window would close.
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

    /// From the file name of the program that started this one.
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

/// The file name of the program that started this one, if that is still there.
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
