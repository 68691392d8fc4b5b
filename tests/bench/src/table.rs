//! What is printed.

use crate::measure::Run;
use crate::runs::Contestant;

/// The runs of a contestant.
pub struct Row {
    pub contestant: Contestant,
    pub runs: Vec<Run>,
}

impl Row {
    /// The middle wall time, in seconds.
    pub fn median(&self) -> f64 {
        let walls = self.sorted();
        walls.get(walls.len() / 2).copied().unwrap_or(f64::NAN)
    }

    fn sorted(&self) -> Vec<f64> {
        let mut walls: Vec<f64> = self.runs.iter().map(|run| run.wall).collect();
        walls.sort_by(f64::total_cmp);
        walls
    }
}

/// A table in Markdown: seconds, microseconds per page, CPU, memory, and the wall time as a
/// multiple of our cold build and of the floor.
pub fn print(rows: &[Row], pages: usize) {
    let median = |contestant| rows.iter().find(|row| row.contestant == contestant).map_or(f64::NAN, Row::median);
    let (cold, floor) = (median(Contestant::Cold), median(Contestant::FloorWithTwins));
    println!(
        "| | seconds, median (min–max) | µs a page | CPU s | peak MiB | × our cold | × floor with twins |\n|---|---:|---:|---:|---:|---:|---:|"
    );
    for row in rows {
        let (walls, middle) = (row.sorted(), row.median());
        let (min, max) = (walls.first().copied().unwrap_or(f64::NAN), walls.last().copied().unwrap_or(f64::NAN));
        let cpu = row.runs.iter().map(|run| run.cpu).sum::<f64>() / row.runs.len() as f64;
        let peak = row.runs.iter().map(|run| run.peak).max().unwrap_or_default() as f64 / f64::from(1 << 20);
        println!(
            "| {} | **{middle:.3}** ({min:.3}–{max:.3}) | {:.0} | {cpu:.2} | {peak:.0} | {:.2} | {:.2} |",
            row.contestant.name(),
            middle * 1e6 / pages as f64,
            middle / cold,
            middle / floor
        );
    }
}

/// The stages as `build --timings=json` tells them.
pub fn print_stages(stages: &serde_json::Value) {
    println!("\n| stage of a cold build | ms | share |\n|---|---:|---:|");
    for stage in stages["stages"].as_array().into_iter().flatten() {
        let number = |key: &str| stage[key].as_f64().unwrap_or_default();
        println!("| {} | {:.1} | {:.0} % |", stage["stage"].as_str().unwrap_or_default(), number("ms"), number("share") * 100.0);
    }
}
