#!/usr/bin/env bash
# Tool:    Recoll 1.34.3 (Debian recollcmd 1.34.3-1), the search of one's own files; mu 1.8.14 (Debian maildir-utils 1.8.14-1), the search of one's own mail
# Guess:   Both take off accents, so that "resume" finds "résumé"; a Thai vowel or tone mark is no accent, and ปี (year) finds what has the word year.
# Seen:    To Recoll ปี (year) is ปู (crab), and to both ข่าว (news) is ขาว (white) and ข้าว (rice), น้ำ (water) is นำ (lead): four letters of search give what one wants among what has another meaning. A word
#          within a phrase, which in Thai is almost every word, is found by neither (จัดซื้อ in ประกาศจัดซื้อจัดจ้าง), so that an empty answer says nothing.
# Output:  Recoll ข่าว -> ขาว ข่าว ข้าว        ปี -> ปี ปู        mu ข่าว -> ขาว ข่าว ข้าว        น้ำ -> นำ น้ำ        จัดซื้อ -> nothing in both
# What follows for us: "we searched the folder and have no such order" is no answer for an item, nor is a count of hits; evidence is looked for by the document's number in Arabic digits, or with the search of
#          the built site. The text of our own search keeps each mark.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/recoll" recollcmd=1.34.3-1
debian_unpack "$tmp/mu" maildir-utils=1.8.14-1
mkdir -p "$tmp/files" "$tmp/conf" "$tmp/mail/cur" "$tmp/mail/new" "$tmp/mail/tmp"
cat > "$tmp/make.py" <<'PY'
import email.message, sys
for number, text in enumerate(["ข่าว เดือน", "ขาว สะอาด", "ข้าว ราคา", "ปู ทะเล", "ปี 2566", "น้ำ ประปา", "นำ เสนอ", "ประกาศจัดซื้อจัดจ้าง"], 1):
    with open(f"{sys.argv[1]}/files/{text.split()[0]}.txt", "w", encoding="utf-8") as out:
        out.write(text + "\n")
    letter = email.message.EmailMessage()
    letter["From"] = letter["To"] = "a@office.example"
    letter["Date"] = "Tue, 31 Jan 2023 08:30:00 +0700"
    letter["Message-ID"] = f"<{number}@office.example>"
    letter["Subject"] = f"letter{number}"
    letter.set_content(text + "\n")
    with open(f"{sys.argv[1]}/mail/cur/{number}:2,S", "wb") as out:
        out.write(bytes(letter))
PY
python3 "$tmp/make.py" "$tmp"
echo "topdirs = $tmp/files" > "$tmp/conf/recoll.conf"
export LC_ALL=C.UTF-8 HOME="$tmp" RECOLL_DATADIR="$tmp/recoll/unpacked/usr/share/recoll" seen=
recoll() { LD_LIBRARY_PATH="$(debian_libraries "$tmp/recoll"):$(echo "$tmp"/recoll/unpacked/usr/lib/*-linux-gnu/recoll)" "$tmp/recoll/unpacked/usr/bin/$1" -c "$tmp/conf" "${@:2}"; }
mu() { LD_LIBRARY_PATH=$(debian_libraries "$tmp/mu") "$tmp/mu/unpacked/usr/bin/mu" "$1" --muhome="$tmp/index" "${@:2}"; }
{ recoll recollindex && mu init --maildir="$tmp/mail" && mu index; } > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
for word in ข่าว ปี น้ำ จัดซื้อ; do seen+="$word: $(recoll recollq -b "$word" 2> "$tmp/log" | sed -n 's#.*/\(.*\)\.txt#\1#p' | sort | tr '\n' ' ')/ $( { mu find --nocolor -f s "$word" 2> "$tmp/log" || true; } | sort | tr '\n' ' '); "; done
want="ข่าว: ขาว ข่าว ข้าว / letter1 letter2 letter3 ; ปี: ปี ปู / letter5 ; น้ำ: นำ น้ำ / letter6 letter7 ; จัดซื้อ: / ; "
[ "$seen" = "$want" ] || { cat "$tmp/log" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: Recoll finds a crab for a year, and mu rice for news"
