#!/usr/bin/env bash
# Tool:    pyreadstat 1.3.8 with pandas 3.1.1 (PyPI); its file read by R's haven 2.5.1 (Debian r-cran-haven 2.5.1-1, r-base-core 4.2.2.20221110-2)
# Guess:   An SPSS file in UTF-8 keeps the words of a survey: labels of answers up to 120 characters and of questions up to 255, as SPSS shows them; what is too long is an error, as too long a NAME is.
# Seen:    Both limits are BYTES, so 40 and 85 Thai letters, and what is longer is cut without a word: two answers that differ behind the 40th letter have one label, and both pandas (apply_value_formats) and
#          haven's as_factor count them as ONE answer; a question that ends in "… หรือไม่ ไม่รวมพนักงานจ้าง" ends before it. In English the same answers are kept.
# Output:  เห็นด้วยว่าเจ้าหน้าที่ปฏิบัติงานตามขั้นตอน…มาก / …มากที่สุด -> one answer in pandas and haven        in English -> two        a question of 100 letters -> its first 86
# What follows for us: results of a survey (IIT, EIT) that were counted by labels of an SPSS file may have two answers added up: the numbers on an item's page are taken from codes, or the answers
#          in the file are counted (as many labels as codes). Our own tables of results are CSV, without such a limit.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" r-base-core=4.2.2.20221110-2 r-cran-haven=2.5.1-1
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pyreadstat==1.3.8 pandas==3.1.1
cat > "$tmp/survey.py" <<'PY'
import sys, pandas, pyreadstat
thai, english = "เห็นด้วยว่าเจ้าหน้าที่ปฏิบัติงานตามขั้นตอนและระยะเวลา", "agree that officers keep to steps and time limits "
labels = {"thai": {1: thai + "มาก", 2: thai + "มากที่สุด"}, "english": {1: english + "much", 2: english + "most"}}
question = "ท่านเห็นว่าเจ้าหน้าที่ของหน่วยงานปฏิบัติงานตามขั้นตอนและระยะเวลาที่กำหนดไว้หรือไม่ ไม่รวมพนักงานจ้าง"
answers = pandas.DataFrame({"thai": [1.0, 2.0], "english": [1.0, 2.0]})
pyreadstat.write_sav(answers, sys.argv[1], column_labels={"thai": question}, variable_value_labels=labels)
words, about = pyreadstat.read_sav(sys.argv[1], apply_value_formats=True)
kept = about.column_names_to_labels["thai"]
print(words["thai"].nunique(), words["english"].nunique(), len(set(about.variable_value_labels["thai"].values())), len(question), len(kept), question.startswith(kept))
PY
"$tmp/py/bin/python" "$tmp/survey.py" "$tmp/survey.sav" > "$tmp/python" 2> "$tmp/log" || { cat "$tmp/log" >&2; exit 1; }
cat > "$tmp/survey.R" <<'R'
survey <- haven::read_sav(commandArgs(TRUE)[1])
cat(length(table(as.character(haven::as_factor(survey$thai)))), length(table(as.character(haven::as_factor(survey$english)))), "\n")
R
home="$tmp/deb/unpacked/usr/lib/R"
math="$(echo "$tmp"/deb/unpacked/usr/lib/*-linux-gnu)"
seen="$(cat "$tmp/python"); $(R_HOME="$home" R_LIBS="$home/site-library" EDITOR=vi PAGER=cat TZ=UTC LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$home/lib:$(debian_libraries "$tmp/deb"):$math/blas:$math/lapack" \
  "$home/bin/exec/R" --vanilla --no-echo -f "$tmp/survey.R" --args "$tmp/survey.sav" 2> "$tmp/log" | tail -n 1)" || { cat "$tmp/log" >&2; exit 1; }
[ "$seen" = "1 2 1 100 86 True; 1 2 " ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: in an SPSS file two Thai answers that differ behind the fortieth letter are one"
