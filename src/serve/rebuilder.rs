//! Builds the next generation when files change. Runs on a single thread, so that generations are
//! strictly ordered.

use std::collections::{BTreeMap, BTreeSet};
use std::mem::discriminant;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::generation::{Generation, LastGoodTheme};
use super::http::{EventSender, ServerEvent};
use super::preview::Preview;
use super::scan::{ScanResult, ScanState, look};
use crate::base::RelPath;
use crate::diagnostics::Diagnostic;
use crate::error::{Error, Operation, Result};
use crate::pipeline::{self, Draft, PlannedSite, PreviewCache, Request};
use crate::plan::Job;
use crate::render::Theme;
use crate::source::{SourceTree, StorageMode};
use crate::store::{StoredChecks, StoredRun};
use crate::unforeseen;
use crate::watch::{self, FolderWatcher, WatchEvent, WatchMode};

/// Polling interval for the interrupt flag while idle.
const POLL_INTERVAL: Duration = Duration::from_millis(100);
/// Time without events after which a save is considered complete.
const QUIET_PERIOD: Duration = Duration::from_millis(150);
/// Delay before re-reading to detect a concurrent write.
const RECHECK_DELAY: Duration = Duration::from_millis(1);
/// Polling interval while a scan is running.
const IDLE_TICK: Duration = Duration::from_millis(10);

/// Follows the files of one site.
pub(super) struct Rebuilder {
    request: Request,
    watching: FolderWatcher,
    /// Time without events before a full rescan, whatever was reported.
    quiet: Duration,
    memory: PreviewCache,
    /// What the checks of an earlier run found out.
    checks: StoredChecks,
    /// Paths changed since the last full scan.
    touched: BTreeSet<RelPath>,
    /// Texts that have become empty or missing, with the time: an editor may be about to write
    /// them.
    emptied: BTreeMap<RelPath, Instant>,
}

/// Result of a full rescan.
enum ScanDepth {
    /// Nothing has changed.
    Whole,
    /// The files have changed or could not be read, or the run is interrupted: scan again.
    Again,
}

/// Publishes generations to the preview, the open pages and the checks.
struct Clients<'a> {
    preview: &'a Preview,
    events: &'a EventSender,
    checks: Sender<Arc<Generation>>,
}

impl Rebuilder {
    /// Reads the site for the first time and starts watching it.
    ///
    /// # Errors
    /// The sources cannot be read or watched.
    pub fn begin(request: Request, manner: WatchMode) -> Result<(Rebuilder, Generation)> {
        // Watchers report canonical paths.
        let root = request.root.canonicalize().map_err(|error| Error::io(Operation::Read, &request.root, error))?;
        let request = Request { root, ..request };
        let stored = request.stored_run(StorageMode::Ready);
        let tree = stored.tree.read_again(&BTreeSet::new())?;
        // Not earlier: some systems report every opened file, more than can be processed.
        let watching = watch::watch(&["content", "themes"].map(|folder| request.root.join(folder)), manner)?;
        let mut memory = PreviewCache::with_documents(stored.documents);
        let draft = pipeline::plan_site(&request, &tree, &mut memory)?;
        let sound = sound_theme(&draft, &LastGoodTheme::default());
        let first = Generation::first(tree, draft, sound);
        // When polling, at least one further poll must pass: a change between two polls would be
        // found by the rescan, but its end would not be reported.
        let quiet = QUIET_PERIOD + if let WatchMode::Poll(interval) = manner { interval } else { Duration::ZERO };
        let checks = stored.checks;
        Ok((Rebuilder { request, watching, quiet, memory, checks, touched: BTreeSet::new(), emptied: BTreeMap::new() }, first))
    }

    /// Runs until interrupted.
    pub fn follow(mut self, preview: Arc<Preview>, events: EventSender) {
        let (checks, to_check) = channel();
        let (request, of_checks) = (self.request.clone(), events.clone());
        let (tree, documents) = (preview.current().tree.clone(), self.memory.documents().clone());
        let start = StoredRun { tree, documents, checks: self.checks.clone() };
        std::thread::spawn(move || check(&request, start, &to_check, &of_checks));
        let audience = Clients { preview: &preview, events: &events, checks };
        self.check(&audience);
        // Files may have changed between reading and watching.
        let mut rest = ScanState::Dirty;
        while self.request.interrupt.check(&self.request.root).is_ok() {
            let patience = match rest {
                ScanState::Idle => POLL_INTERVAL,
                ScanState::Dirty => self.quiet,
                ScanState::Scanning(_) | ScanState::Stale(_) => IDLE_TICK,
            };
            let wake = self.watching.wait(patience);
            rest = unforeseen::as_error(|| Ok(self.attend(wake, rest, &audience))).unwrap_or_else(|error| {
                audience.show_trouble(error);
                // Rescans only after the next change: the same files would cause the same error.
                self.check(&audience)
            });
        }
    }

    fn attend(&mut self, wake: WatchEvent, rest: ScanState, audience: &Clients<'_>) -> ScanState {
        match wake {
            WatchEvent::Changed(paths) => {
                let paths = paths.iter().filter_map(|path| RelPath::of_file(&self.request.root, path)).collect();
                if !self.edited(&paths, audience) {
                    let looked = look(&audience.preview.current().tree, &self.touched);
                    self.apply_rescan(looked, audience);
                }
                rest.disturb()
            }
            WatchEvent::Lost => rest.disturb(),
            WatchEvent::Nothing => self.come_to_rest(rest, audience),
        }
    }

    /// Fast path for the most frequent change: the text of a document or of a template. Returns
    /// whether it was possible.
    fn edited(&mut self, paths: &BTreeSet<RelPath>, audience: &Clients<'_>) -> bool {
        let now = audience.preview.current();
        self.touched.extend(paths.iter().cloned());
        let tree = now.tree.with_edited(paths).filter(|_| !paths.is_empty());
        let is_as_it_was = |tree: &SourceTree| paths.iter().all(|path| tree.text(path.as_str()) == now.tree.text(path.as_str()));
        if tree.as_ref().is_some_and(is_as_it_was) {
            // One save is reported several times.
            return true;
        }
        if tree.as_ref().is_some_and(|tree| self.is_being_saved(paths.iter(), tree, &now.tree) || self.is_being_written(paths, tree)) {
            return true;
        }
        let next = tree.and_then(|tree| {
            let draft = pipeline::plan_edited(&tree, paths, &now.draft, &mut self.memory)?;
            let sound = sound_theme(&draft, &now.sound);
            Some(now.next(tree, draft, sound))
        });
        let is_possible = next.is_some();
        next.into_iter().for_each(|next| audience.show(&now, next));
        is_possible
    }

    /// After a quiet period: scans for unreported changes, then starts the checks.
    fn come_to_rest(&mut self, rest: ScanState, audience: &Clients<'_>) -> ScanState {
        match rest {
            ScanState::Idle => ScanState::Idle,
            ScanState::Dirty => ScanState::look(audience.preview.current(), self.touched.clone()),
            ScanState::Scanning(looking) if looking.is_finished() => {
                let looked = looking.join().unwrap_or_else(|panic| resume_unwind(panic));
                let whole = matches!(self.apply_rescan(looked, audience), ScanDepth::Whole);
                if whole { self.check(audience) } else { ScanState::Dirty }
            }
            ScanState::Stale(looking) if looking.is_finished() => ScanState::Dirty,
            still @ (ScanState::Scanning(_) | ScanState::Stale(_)) => still,
        }
    }

    fn check(&self, audience: &Clients<'_>) -> ScanState {
        let now = audience.preview.current();
        if !now.is_checked() {
            let _ = audience.checks.send(now);
        }
        ScanState::Idle
    }

    /// Slow path: makes the scanned tree the next generation, if it differs.
    fn apply_rescan(&mut self, looked: ScanResult, audience: &Clients<'_>) -> ScanDepth {
        let now = audience.preview.current();
        let tree = match looked {
            Ok(None) if now.trouble.is_none() => {
                self.touched.clear();
                self.emptied.clear();
                return ScanDepth::Whole;
            }
            Ok(tree) => tree.unwrap_or_else(|| now.tree.clone()),
            // Files that come and go during the scan are settled in the next one.
            Err(error) => {
                audience.show_trouble(error);
                return ScanDepth::Again;
            }
        };
        let is_other = |path: &&RelPath| tree.text(path.as_str()) != now.tree.text(path.as_str());
        let others = [&now.tree, &tree].into_iter().flat_map(|tree| tree.texts_below("")).map(|file| &file.path).filter(is_other);
        let others: BTreeSet<RelPath> = others.cloned().collect();
        let attachments = now.tree.blobs_below("").map(|blob| &blob.path);
        if self.is_being_saved(others.iter().chain(attachments), &tree, &now.tree) || self.is_being_written(&others, &tree) {
            return ScanDepth::Again;
        }
        self.touched.clear();
        let Ok(draft) = pipeline::plan_site(&self.request, &tree, &mut self.memory) else { return ScanDepth::Again };
        let sound = sound_theme(&draft, &now.sound);
        audience.show(&now, now.next(tree, draft, sound));
        ScanDepth::Again
    }

    /// True if one of these files has just been emptied or removed. Many programs save this way and
    /// write the content a moment later (office programs rename the old file before the new one
    /// gets its name). Accepted only if it lasts.
    fn is_being_saved<'a>(&mut self, paths: impl Iterator<Item = &'a RelPath>, tree: &SourceTree, before: &SourceTree) -> bool {
        let is_empty = |tree: &SourceTree, path: &RelPath| match tree.text(path.as_str()) {
            Some(file) => file.text.is_empty(),
            None => tree.blob(path).is_none_or(|blob| blob.size == 0),
        };
        self.emptied.retain(|path, _| is_empty(tree, path));
        let emptied = paths.filter(|path| is_empty(tree, path) && !is_empty(before, path));
        let since: Vec<Instant> = emptied.map(|path| *self.emptied.entry(path.clone()).or_insert_with(Instant::now)).collect();
        since.iter().any(|since| since.elapsed() < QUIET_PERIOD)
    }

    /// True if one of these files was being written while it was read. The end of the write will be
    /// reported.
    fn is_being_written(&self, paths: &BTreeSet<RelPath>, read: &SourceTree) -> bool {
        std::thread::sleep(RECHECK_DELAY);
        let again = read.with_edited(&paths.iter().filter(|path| read.text(path.as_str()).is_some()).cloned().collect());
        let is_same = |path: &RelPath| again.as_ref().is_some_and(|again| again.text(path.as_str()) == read.text(path.as_str()));
        !paths.iter().all(is_same) || self.watching.have_changed(&paths.iter().map(|path| path.below(&self.request.root)).collect())
    }
}

impl Clients<'_> {
    /// Shows the generation after `before`.
    fn show(&self, before: &Generation, next: Generation) {
        let (number, restyled) = (next.number, restyled(&before.draft, &next.draft));
        self.preview.show(Arc::new(next));
        self.tell("changed", &number.to_string());
        restyled.iter().for_each(|path| self.tell("style", path));
    }

    /// Shows the last generation with an error message; once per path.
    fn show_trouble(&self, error: Error) {
        let now = self.preview.current();
        if now.trouble.as_ref().is_none_or(|known| known.path() != error.path()) {
            self.show(&now, now.in_trouble(error));
        }
    }

    fn tell(&self, name: &'static str, data: &str) {
        self.events.send(ServerEvent { name, data: data.to_owned() });
    }
}

/// Checks one generation after the other, skipping to the newest, in a thread pool that leaves one
/// core free for page requests.
fn check(request: &Request, start: StoredRun, generations: &Receiver<Arc<Generation>>, events: &EventSender) {
    let mut known = start.checks.clone();
    let mut start = Some(start);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let Ok(threads) = rayon::ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).build() else { return };
    while let Ok(first) = generations.recv() {
        let generation = generations.try_iter().last().unwrap_or(first);
        if generation.is_checked() {
            continue;
        }
        let check = || threads.install(|| pipeline::check_site(request, &generation.tree, &generation.draft, &mut known));
        let (report, stumbled) = match unforeseen::as_error(check) {
            Ok((report, inspected)) => {
                generation.put_inspected(inspected);
                (report, None)
            }
            Err(error) if error.is_unforeseen() => (generation.draft.report(), Some(error)),
            // An attachment was removed while being read: the next generation reflects that.
            Err(_) => continue,
        };
        generation.put_report(report, stumbled);
        if let Some(start) = start.take() {
            request.store_run(&StoredRun { checks: known.clone(), ..start });
        }
        events.send(ServerEvent { name: "checked", data: generation.number.to_string() });
    }
}

/// Changed style sheets of the theme, which pages can replace without a reload.
fn restyled(before: &Draft, now: &Draft) -> Vec<String> {
    let (Some(before), Some(now)) = (&before.planned, &now.planned) else { return Vec::new() };
    if Arc::ptr_eq(&before.theme, &now.theme) {
        return Vec::new();
    }
    let bytes = |theme: &Theme, path: &str| theme.asset(path).and_then(|asset| asset.source.bytes().map(<[u8]>::to_vec));
    let is_other = |path: &&str| path.ends_with(".css") && bytes(&before.theme, path) != bytes(&now.theme, path);
    now.theme.assets().map(|asset| asset.path.as_str()).filter(is_other).map(str::to_owned).collect()
}

/// The theme of a draft if it can render one page of each kind, else the previous one.
fn sound_theme(draft: &Draft, before: &LastGoodTheme) -> LastGoodTheme {
    let Some(planned) = &draft.planned else { return before.clone() };
    if before.theme.as_ref().is_some_and(|theme| Arc::ptr_eq(theme, &planned.theme)) {
        return LastGoodTheme { fault: None, ..before.clone() };
    }
    // An internal error on a page says nothing about the theme.
    match unforeseen::as_error(|| Ok(makes_pages(planned))).unwrap_or(Ok(())) {
        Ok(()) => LastGoodTheme { theme: Some(Arc::clone(&planned.theme)), fault: None },
        Err(fault) => LastGoodTheme { fault: Some(*fault), ..before.clone() },
    }
}

fn makes_pages(planned: &PlannedSite) -> Result<(), Box<Diagnostic>> {
    let mut kinds = Vec::new();
    let first_of_kind = |(path, output): (&str, &crate::plan::Planned)| {
        let page = if let Job::Page(page) = &output.job { Some(discriminant(page)) } else { None };
        let kind = (discriminant(&output.job), page, output.job.document().as_ref().map(discriminant));
        let is_first = output.job.traits().is_html && !kinds.contains(&kind);
        kinds.extend(is_first.then_some(kind));
        is_first.then(|| path.to_owned())
    };
    let mut firsts = planned.outputs.iter().filter_map(first_of_kind);
    firsts.try_for_each(|path| pipeline::render_path(planned, &SourceTree::default(), &path).map(drop))
}
