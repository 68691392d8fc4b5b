#!/usr/bin/env bash
# Tool:    ssfmt 0.1.2 (crates.io), a formatter for the number formats of spreadsheets; needs cargo
# Guess:   A format that a formatter does not know is an error. ";;;" is the old way of hiding a number in Excel: nothing is shown. [$-41E] asks for Thai names of months and
#          days, so either they are Thai, or the code is refused as not supported.
# Seen:    ";;;" is understood without an error and SHOWS THE NUMBER: what somebody hid in a sheet (a salary, an ID number) is in the text. The codes of Thailand count
#          the years right (2566) and keep English names, also for the day of the week; Excel and LibreOffice show มีนาคม and วันพุธ.
# Output:  ;;; -> 45000    [$-41E]d mmmm yyyy -> 15 March 2023    [$-D07041E]d mmmm bbbb -> 15 March 2566    [$-41E]dddd -> Wednesday
# What follows for us: our reader of attachments sets the Thai names itself, and takes a number that its format hides for what it is: not shown, and still in the file
#          (`check` searches it; `import` leaves it out and says so).
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/src"
cat > "$tmp/Cargo.toml" <<'TOML'
[package]
name = "formats"
version = "0.0.0"
edition = "2024"

[dependencies]
ssfmt = { version = "=0.1.2", default-features = false }
TOML
cat > "$tmp/src/main.rs" <<'RS'
fn main() {
    let options = ssfmt::FormatOptions::default();
    for code in [";;;", "[$-41E]d mmmm yyyy", "[$-D07041E]d mmmm bbbb", "[$-41E]dddd"] {
        let shown = ssfmt::NumberFormat::parse(code).map_or_else(|error| error.to_string(), |format| format.format(45000.0, &options));
        print!("{shown}; ");
    }
}
RS
seen=$(cargo run --quiet --manifest-path "$tmp/Cargo.toml")
[ "$seen" = "45000; 15 March 2023; 15 March 2566; Wednesday; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: ssfmt shows a number that its format hides, and months of Thailand in English"
