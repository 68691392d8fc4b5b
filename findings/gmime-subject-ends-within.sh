#!/usr/bin/env bash
# Tool:    GMime 3.2.13 (Debian libgmime-3.0-0 3.2.13+dfsg-2), by notmuch 0.37 (Debian 0.37-1+b1); letters made by Python's email, read by it too
# Guess:   A Thai subject longer than a line is several encoded words, each for itself (RFC 2047); a reader joins what they say. Which library wrote it does not matter.
# Seen:    If an encoded word in base64 ends with the sign = that fills it up, and another follows, the subject ENDS THERE: of "… ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ฉบับที่ ๒" the year and the number are gone, in what is
#          shown and in what is searched. Words that need no filling are joined. Thai letters have three bytes, so a word of Thai letters alone never needs it; one space or full stop in it, as before a year, does. No
#          warning.
# Output:  … งบประมาณ พ.ศ. ๒๕๖๖ ฉบับที่ ๒ -> … งบประมาณ พ.        subject:๒๕๖๖ finds 0        the same letters without spaces and full stops: whole
# What follows for us: nothing of ours reads letters; a list of circulars made out of an archive of mail may have subjects without their year and number: a subject that ends in พ. or at a space is to be looked up in
#          the letter. Should an import of .eml ever be written, each encoded word is decoded for itself, and this subject is its test.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" notmuch=0.37-1+b1 libgmime-3.0-0=3.2.13+dfsg-2
mkdir -p "$tmp/mail/cur" "$tmp/mail/new" "$tmp/mail/tmp"
cat > "$tmp/letters.py" <<'PY'
import email.message, email.policy, sys
subjects = ["ประกาศเรื่องน้ำประปาของเทศบาลประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ฉบับที่ ๒", "ประกาศเรื่องน้ำประปาของเทศบาลประจำปีงบประมาณพศ๒๕๖๗ฉบับที่๒"]
for number, subject in enumerate(subjects, 1):
    letter = email.message.EmailMessage()
    letter["From"] = letter["To"] = "a@office.example"
    letter["Date"] = "Tue, 31 Jan 2023 08:30:00 +0700"
    letter["Message-ID"] = f"<{number}@office.example>"
    letter["Subject"] = subject
    letter.set_content("เรียน ทุกท่าน\n")
    file = f"{sys.argv[1]}/mail/cur/{number}"
    with open(file, "wb") as out:
        out.write(bytes(letter))
    with open(file, "rb") as back:
        print(email.message_from_binary_file(back, policy=email.policy.default)["Subject"] == subject, end=" ")
PY
seen=$(python3 "$tmp/letters.py" "$tmp")
printf '[database]\npath=%s\n[user]\nname=a\nprimary_email=a@office.example\n' "$tmp/mail" > "$tmp/config"
export NOTMUCH_CONFIG="$tmp/config" LC_ALL=C.UTF-8 HOME="$tmp" LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb")
notmuch="$tmp/deb/unpacked/usr/bin/notmuch"
"$notmuch" new > "$tmp/log" 2>&1 || { cat "$tmp/log" >&2; exit 1; }
for number in 1 2; do seen+="; $("$notmuch" show --format=json --body=false "id:$number@office.example" | grep -oE '"Subject": "[^"]*"' | cut -d'"' -f4)"; done
seen+="; $("$notmuch" count subject:๒๕๖๖)"
want="True True ; ประกาศเรื่องน้ำประปาของเทศบาลประจำปีงบประมาณ พ.; ประกาศเรื่องน้ำประปาของเทศบาลประจำปีงบประมาณพศ๒๕๖๗ฉบับที่๒; 0"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: a Thai subject ends for GMime where a part of it in base64 is filled up"
