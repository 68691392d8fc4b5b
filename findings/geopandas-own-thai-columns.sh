#!/usr/bin/env bash
# Tool:    GeoPandas 1.2.0 with pyogrio 0.13.0 (PyPI), a shapefile; pyshp 3.1.6 (PyPI) beside it
# Guess:   Names of columns in a shapefile have ten bytes at most, so จำนวนครัวเรือน is cut: to three Thai letters in UTF-8, with a warning. What GeoPandas has written it reads again.
# Seen:    It cuts after TEN BYTES, within the fourth letter, and then cannot open the file at all: UnicodeDecodeError for each, whatever the column holds. A name of three letters is fine; so is the same map
#          with encoding="TIS-620", with ten letters a name. pyshp cuts between letters, and its file has two columns of one name: จำนวนชาย and จำนวนหญิง are จำน and จำน, the first of which is lost to whoever asks by name.
# Output:  to_file, read_file: ปี -> read; จำนวนชาย -> UnicodeDecodeError; the same with TIS-620 -> จำนวนชาย        pyshp: จำน จำน, as a dictionary one of two
# What follows for us: a map that a body puts out for download (a .zip with .shp and .dbf) may be one that nobody can open; the guide for attachments says: GeoPackage or GeoJSON, or column names of at most
#          three Thai letters. `check` can look into a .dbf for a name that ends within a letter, since the bytes stand at fixed places.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq geopandas==1.2.0 pyogrio==0.13.0 pyshp==3.1.6
cat > "$tmp/maps.py" <<'PY'
import sys, geopandas, shapefile
from shapely.geometry import Point
def round_trip(names, **how):
    file = f"{sys.argv[1]}/{len(names)}{len(how)}.shp"
    geopandas.GeoDataFrame({name: [number] for number, name in enumerate(names, 1)}, geometry=[Point(100, 13)], crs=4326).to_file(file, **how)
    try:
        return [column for column in geopandas.read_file(file).columns if column != "geometry"]
    except UnicodeDecodeError as error:
        return type(error).__name__
print(round_trip(["ปี"]), round_trip(["จำนวนชาย", "จำนวนหญิง"]), round_trip(["จำนวนชาย", "จำนวนหญิง"], encoding="TIS-620"))
with shapefile.Writer(f"{sys.argv[1]}/plain") as plain:
    plain.field("จำนวนชาย", "N")
    plain.field("จำนวนหญิง", "N")
    plain.point(100, 13)
    plain.record(10, 20)
with shapefile.Reader(f"{sys.argv[1]}/plain") as plain:
    print([field[0] for field in plain.fields[1:]], list(plain.record(0)), plain.record(0).as_dict())
PY
seen=$("$tmp/py/bin/python" -W ignore "$tmp/maps.py" "$tmp" | tr '\n' ';')
want="['ปี'] UnicodeDecodeError ['จำนวนชาย', 'จำนวนหญิง'];['จำน', 'จำน'] [10, 20] {'จำน': 20};"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: GeoPandas cannot open a shapefile that it wrote with a Thai column name of four letters"
