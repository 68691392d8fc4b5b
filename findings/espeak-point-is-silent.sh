#!/usr/bin/env bash
# Tool:    eSpeak NG 1.52.0 (PyPI espeakng-loader 0.2.4), voice th; Debian's 1.51 does the same
# Guess:   The Thai voice of the free synthesizer that screen readers come with reads words as well or badly as it can; a number it reads as a number, or figure by figure.
# Seen:    Figure by figure, and the decimal point is NOT READ: item 2.1 sounds like item 21, 12.30 o'clock like 1230, 0.5 per cent like 05. The comma of 1,250.50 is a
#          pause, so the amount is heard as "one, two five nought five nought". Numbers are switched off for Thai in tr_languages.c, since its list is not complete,
#          and without them nothing looks the point up; th_list has the ten figures only. In Vietnamese and English the point is read.
# Output:  ข้อ 2.1, ข้อ 21, ข้อ ๒.๑, ข้อ ๒๑: all end in so5ngn'ueng (two one)        2566: two five six six        0.5 and 05: the same
# What follows for us: who hears a page in this voice cannot tell item ๒.๑ from item ๒๑: headings of items should hold their word and level (ข้อ, ข้อย่อย), links the title
#          beside the number, and no amount or time stand in figures alone where it decides something. Thai digits are no worse than Arabic ones.
set -euo pipefail
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq espeakng-loader==0.2.4
cat > "$tmp/say.py" <<'PY'
import ctypes, espeakng_loader
speech = ctypes.CDLL(espeakng_loader.get_library_path())
speech.espeak_Info.restype = speech.espeak_TextToPhonemes.restype = ctypes.c_char_p
speech.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)  # 2: sound goes nowhere

def said(voice, text):
    speech.espeak_SetVoiceByName(voice.encode())
    left, phonemes = ctypes.c_char_p(text.encode()), []
    while left.value:
        phonemes.append(speech.espeak_TextToPhonemes(ctypes.byref(left), 1, 0).decode())  # 1: the text is UTF-8
    return "".join(phonemes).removesuffix("_!").strip()  # _!: the pause behind a number

print(speech.espeak_Info(None).decode(), end="; ")
for voice, pairs in {"th": (("ข้อ 2.1", "ข้อ 21"), ("ข้อ ๒.๑", "ข้อ ๒๑"), ("0.5", "05")), "vi": (("2.1", "21"),), "en": (("2.1", "21"),)}.items():
    print(voice, *[said(voice, a) == said(voice, b) for a, b in pairs], end="; ")
print(said("th", "ข้อ 2.1"), said("th", "2566"), sep=", ")
PY
seen=$("$tmp/py/bin/python" "$tmp/say.py")
want="1.52.0; th True True True; vi False; en False; kh ? so5ngn'ueng, s,o3ngha3_!h'o3khok"
[ "$seen" = "$want" ] || { echo "changed: $seen" >&2; exit 1; }
echo "still holds: in the Thai voice of eSpeak NG, item 2.1 sounds like item 21"
