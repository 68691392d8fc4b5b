#!/usr/bin/env bash
# Tool:    bagit 1.9.0 (PyPI, bagit.py of the Library of Congress)
# Guess:   Two files whose names look alike, because the vowel below and the tone mark of คุ่ were typed in either order, are two files to the disk and to
#          a program that adds up bytes. What the program packs, it accepts.
# Seen:    It packs both, each with its own right sum, and calls the bag that it has just made INVALID: while checking it looks names up by
#          their form NFC, which sorts Thai marks, and compares one file with the sum of the other.
# Output:  bagit.py --sha256 x: done        bagit.py --validate x: is invalid: Bag validation failed: data/คุ่.txt sha256 validation failed
# What follows for us: attachments are published under their name in NFC, which rules out such a pair: that must stay so. A bag of the sources (content/) can hold
#          one; sha256sum -c, which the manual's page `verifying` names for the list, passes it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq bagit==1.9.0
mkdir "$tmp/x"
echo "one" > "$tmp/x/$(printf '\340\270\204\340\270\270\340\271\210').txt"
echo "two" > "$tmp/x/$(printf '\340\270\204\340\271\210\340\270\270').txt"
"$tmp/py/bin/bagit.py" --quiet --sha256 "$tmp/x"
files=$(find "$tmp/x/data" -type f | wc -l)
sums=$(cd "$tmp/x" && sha256sum -c --quiet manifest-sha256.txt > /dev/null 2>&1 && echo right || echo wrong)
verdict=$("$tmp/py/bin/bagit.py" --quiet --validate "$tmp/x" 2>&1 | grep -o 'is invalid: [^:]*' || true)
[ "$files, $sums, $verdict" = "2, right, is invalid: Bag validation failed" ] || { echo "changed: $files files, sums $sums, $verdict" >&2; exit 1; }
echo "still holds: bagit.py calls invalid the bag that it made of two Thai names which differ in the order of their marks alone"
