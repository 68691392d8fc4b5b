//! `compare PRONGSAI HUGO DISK-FOLDER [--rounds N] [--memory|--disk] [PAGES…]`: see
//! `tests/bench/run`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use prongsai_bench::runs::{Contestant, Programs, Room};
use prongsai_bench::table::{Row, print, print_stages};
use prongsai_bench::{Result, equal, measure};

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match arguments.split_first() {
        Some((first, program)) if first == "--measure" => measure::inside(program),
        _ => compare().map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::FAILURE
    })
}

/// The sizes that the promises are about.
const SIZES: [usize; 4] = [43, 430, 4300, 43_000];

struct Wishes {
    programs: Programs,
    places: Vec<(&'static str, PathBuf)>,
    rounds: Option<usize>,
    sizes: Vec<usize>,
}

fn wishes() -> Result<Wishes> {
    let mut arguments = std::env::args().skip(1);
    let mut path =
        || arguments.next().map(PathBuf::from).ok_or("compare PRONGSAI HUGO DISK-FOLDER [--rounds N] [--memory|--disk] [PAGES…]");
    let (prongsai, hugo, disk) = (path()?, path()?, path()?);
    let beside = |name: &str| Ok::<_, std::io::Error>(std::env::current_exe()?.with_file_name(name));
    let programs = Programs { prongsai, hugo, floor: beside("floor")?, generate: beside("generate")? };
    let memory = PathBuf::from(format!("/dev/shm/prongsai-bench-{}", std::process::id()));
    let mut places = vec![("memory", memory), ("disk", disk.join("work"))];
    if file_system(Path::new("/dev/shm")) != "tmpfs" {
        println!("There is no memory file system at /dev/shm: only the disk is measured.");
        places.remove(0);
    }
    let (mut rounds, mut sizes) = (None, Vec::new());
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--memory" => places.retain(|(name, _)| *name == "memory"),
            "--disk" => places.retain(|(name, _)| *name == "disk"),
            "--rounds" => rounds = Some(arguments.next().ok_or("--rounds N")?.parse()?),
            pages => sizes.push(pages.parse()?),
        }
    }
    Ok(Wishes { programs, places, rounds, sizes: if sizes.is_empty() { SIZES.to_vec() } else { sizes } })
}

fn compare() -> Result<()> {
    let Wishes { programs, places, rounds, sizes } = wishes()?;
    let cores = std::thread::available_parallelism()?;
    println!("{cores} cores, {}; {}", said(Command::new("uname").arg("-srm")), said(Command::new(&programs.hugo).arg("version")));
    for pages in sizes {
        for (place, folder) in &places {
            let rounds = rounds.unwrap_or(if pages > 4300 { 3 } else { 7 });
            println!("\n## {pages} pages, {place} ({}), {rounds} rounds in turn\n", file_system(folder.parent().unwrap_or(folder)));
            let mut room = Room::open(programs.clone(), folder.clone(), pages)?;
            let measured = measure_in(&mut room, rounds);
            room.close()?;
            measured?;
        }
    }
    Ok(())
}

fn measure_in(room: &mut Room, rounds: usize) -> Result<()> {
    check_equal_work(room)?;
    let mut rows: Vec<Row> = Contestant::ALL.map(|contestant| Row { contestant, runs: Vec::new() }).into();
    for round in 0..rounds {
        // Who is first changes: the machine may get slower, or faster, all the while. What belongs
        // together stays together.
        let turns = [0..2, 2..6, 6..8];
        for turn in (0..turns.len()).map(|n| turns[(round + n) % turns.len()].clone()) {
            for row in &mut rows[turn] {
                row.runs.push(room.run(row.contestant)?);
            }
        }
    }
    print(&rows, room.pages);
    if let Some(stages) = room.stages() {
        print_stages(&stages);
    }
    Ok(())
}

/// One run of each, not timed, which also warms what the system keeps of the files.
fn check_equal_work(room: &mut Room) -> Result<()> {
    let kinds = [Contestant::Cold, Contestant::FloorWithTwins, Contestant::HugoWithTwins, Contestant::Hugo];
    let mut lines = Vec::new();
    for kind in kinds {
        room.run(kind)?;
        let sizes = equal::sizes(&room.out(kind));
        let (html, all) = (sizes.html as f64 / 1e6, sizes.bytes as f64 / 1e6);
        lines.push(format!("{}: {} pages of {html:.1} MB, {} files of {all:.1} MB", kind.name(), sizes.pages, sizes.files));
    }
    let outs = [Contestant::Cold, Contestant::Floor, Contestant::Hugo].map(|kind| (kind.name(), room.out(kind)));
    equal::check(room.pages, &outs.each_ref().map(|(name, out)| (*name, out.as_path())))?;
    println!(
        "Equal work: the {} pages have the same headings, paragraphs, lists, table cells and links in every output.\n{}.\n",
        room.pages,
        lines.join("; ")
    );
    Ok(())
}

fn file_system(folder: &Path) -> String {
    said(Command::new("stat").args(["-f", "-c", "%T"]).arg(folder))
}

fn said(command: &mut Command) -> String {
    let output = command.output().map(|done| done.stdout).unwrap_or_default();
    String::from_utf8_lossy(&output).lines().next().unwrap_or("unknown").trim().to_owned()
}
