//! `generate PAGES DIR [SEED]`: `DIR/ours` and `DIR/hugo`. Same seed and size, same bytes.

use std::path::Path;
use std::process::ExitCode;

use prongsai_bench::page::{Address, Page};
use prongsai_bench::{hugo, ours};
use rayon::prelude::*;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(Ok(pages)), Some(folder)) = (arguments.first().map(|text| text.parse::<usize>()), arguments.get(1)) else {
        eprintln!("generate PAGES DIR [SEED]");
        return ExitCode::from(2);
    };
    let seed = arguments.get(2).and_then(|text| text.parse().ok()).unwrap_or(1);
    match write(pages, Path::new(folder), seed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("generate: {folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(pages: usize, folder: &Path, seed: u64) -> std::io::Result<()> {
    let (our_root, hugo_root) = (folder.join("ours"), folder.join("hugo"));
    ours::begin(&our_root)?;
    hugo::begin(&hugo_root)?;
    let all: Vec<Address> = Address::all(pages).collect();
    all.into_par_iter().try_for_each(|at| {
        let page = Page::new(seed, pages, at);
        ours::add(&our_root, &page)?;
        hugo::add(&hugo_root, &page)
    })
}
