#!/usr/bin/env bash
# Tool:    bagit 1.9.0 (PyPI, bagit.py of the Library of Congress)
# Guess:   RFC 8493 has "%" in a file name written as %25 in a manifest. The program of those who wrote the RFC reads and writes it so.
# Seen:    It does neither. A bag as the RFC has it, with a file named "ผลงาน 100%.csv", is INVALID: the file is both missing and superfluous. The bag that
#          it makes itself holds the bare "%", and passes.
# Output:  manifest of the RFC (100%25.csv): exists in manifest but was not found on filesystem        its own manifest: data/ผลงาน 100%.csv
# What follows for us: the recipe for a bag in the manual's page `verifying` is that of the RFC, so this one program says no as soon as an address holds "%". Names without "%" are the
#          same in both; a warning about "%" in the name of an attachment costs an officer nothing, and the recipe could say it.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq bagit==1.9.0
name="ผลงาน 100%.csv"
mkdir -p "$tmp/rfc/data" "$tmp/own"
echo "ก,ข" | tee "$tmp/rfc/data/$name" > "$tmp/own/$name"
printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' > "$tmp/rfc/bagit.txt"
(cd "$tmp/rfc" && sha256sum "data/$name" | sed 's/%/%25/g' > manifest-sha256.txt)
"$tmp/py/bin/bagit.py" --quiet --sha256 "$tmp/own"
judge() { if "$tmp/py/bin/bagit.py" --quiet --validate "$1" > "$tmp/said" 2>&1; then echo valid; else grep -o 'is invalid: [^:]*' "$tmp/said"; fi; }
seen="$(judge "$tmp/rfc"); $(cut -c67- "$tmp/own/manifest-sha256.txt"); $(judge "$tmp/own")"
[ "$seen" = "is invalid: Bag is incomplete; data/$name; valid" ] || { echo "changed: $seen" >&2; cat "$tmp/said" >&2; exit 1; }
echo "still holds: bagit.py calls a bag invalid whose manifest writes % as %25, as RFC 8493 has it"
