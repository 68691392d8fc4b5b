"""The licences of prongsai and of everything compiled into it for one system, as one text.

    licences.py TARGET CARGO...     CARGO is the command that runs cargo
"""

import json
import pathlib
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
NAMES = ("license", "licence", "copying", "notice", "unlicense", "copyright")


def run(cargo, *arguments):
    return subprocess.run([*cargo, *arguments], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True).stdout


def compiled_in(target, cargo):
    """Name and version of each crate whose code is in the program: no macros, nothing that only builds."""
    tree = run(cargo, "tree", "--locked", "--edges", "normal,no-proc-macro", "--target", target, "--prefix", "none", "--no-dedupe", "--format", "{p}")
    return {tuple(line.split()[:2]) for line in tree.splitlines() if line.strip()}


def texts_of(folder):
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name.lower().startswith(NAMES))
    return [file.read_text("utf-8", "replace").replace("\r\n", "\n").strip() for file in files]


def licences(target, cargo):
    wanted = compiled_in(target, cargo)
    packages = json.loads(run(cargo, "metadata", "--locked", "--format-version", "1", "--filter-platform", target))["packages"]
    crates = sorted((package for package in packages if (package["name"], "v" + package["version"]) in wanted), key=lambda package: (package["name"], package["version"]))
    assert len(crates) == len(wanted), "a crate of the tree is unknown"
    by_text, without = {}, []
    for crate in crates:
        if crate["name"] == "prongsai":
            continue
        name = f'{crate["name"]} {crate["version"]} ({crate["license"]})'
        texts = texts_of(pathlib.Path(crate["manifest_path"]).parent)
        for text in texts:
            by_text.setdefault(text, []).append(name)
        if not texts:
            by = ", ".join(crate["authors"])
            without.append(name + (f", by {by}" if by else "") + (f', {crate["repository"]}' if crate["repository"] else ""))
    rule = "\n\n" + "=" * 79 + "\n\n"
    parts = [(REPOSITORY / "LICENSE").read_text("utf-8").strip()]
    font = REPOSITORY / "themes/default/assets/fonts/LICENSE-Sarabun.txt"
    parts.append("The typeface Sarabun, in the pages that prongsai makes:\n\n" + font.read_text("utf-8").strip())
    parts.append("prongsai contains the standard library of Rust (MIT OR Apache-2.0, https://www.rust-lang.org) and the crates below, each under the licence named behind it.")
    parts += ["\n".join(names) + "\n\n" + text for text, names in by_text.items()]
    parts.append("Published without a text of their licence:\n\n" + "\n".join(without))
    return rule.join(parts) + "\n"


if __name__ == "__main__":
    sys.stdout.write(licences(sys.argv[1], sys.argv[2:]))
