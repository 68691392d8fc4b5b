#!/usr/bin/env bash
# Tool:    ajv-cli 5.0.0 with ajv-formats 3.0.1 (npm), check-jsonschema 0.39.0 with ruamel.yaml 0.19.1 (PyPI)
# Guess:   Both check YAML files against a JSON Schema, so both take a date without quotes for what a schema means by {"type": "string", "format": "date"}: it is the way everybody
#          writes dates in YAML. A telephone number without quotes is a number to both.
# Seen:    The other way round, and each in another place. ajv-cli hands over dates as JavaScript's Date, which no schema can describe: EVERY date without quotes "must be string", and
#          so must the closing time 16:30 (the opening time 08:30 is fine). It takes 0812345678 for text, as its YAML is of version 1.1. check-jsonschema takes dates for text, 16:30 too,
#          and the telephone for the number 812345678. A file that is written as people write passes neither.
# Output:  as_of: 2023-01-31, close: 16:30, phone: 0812345678        ajv-cli: invalid, invalid, valid        check-jsonschema: ok, ok, error
# What follows for us: front matter checked against `prongsai schema` by the first fails at each date, by the second at each telephone: the manual should say that only `prongsai check` reads
#          files as the build does. Types ["string", "number"] would help for telephones and item numbers; no type helps a Date.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq check-jsonschema==0.39.0 ruamel.yaml==0.19.1
npm install --silent --no-audit --no-fund --prefix "$tmp" ajv-cli@5.0.0 ajv-formats@3.0.1 >&2
cat > "$tmp/schema.json" <<'JSON'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"as_of": {"type": "string", "format": "date"},
 "open": {"type": "string"}, "close": {"type": "string"}, "phone": {"type": "string"}}}
JSON
seen=""
for line in 'as_of: 2023-01-31' 'as_of: "2023-01-31"' 'open: 08:30' 'close: 16:30' 'phone: 0812345678'; do
  echo "$line" > "$tmp/page.yaml"
  ajv=valid check=ok
  (cd "$tmp" && npx ajv validate -c ajv-formats -s schema.json -d page.yaml) > "$tmp/log" 2>&1 || { grep -q 'must be string' "$tmp/log" && ajv=invalid; }
  "$tmp/py/bin/check-jsonschema" --schemafile "$tmp/schema.json" "$tmp/page.yaml" > "$tmp/log" 2>&1 || { grep -q "is not of type 'string'" "$tmp/log" && check=error; }
  seen+="$ajv $check; "
done
[ "$seen" = "invalid ok; valid ok; valid ok; invalid ok; valid error; " ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: ajv-cli refuses each date without quotes, check-jsonschema each telephone number"
