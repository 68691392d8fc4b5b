#!/usr/bin/env bash
# Tool:    pyHanko 0.38.0 (PyPI), which signs PDF; the stamp read by poppler 22.12.0 (Debian poppler-utils 22.12.0-2+deb12u3); certificate made with cryptography 50.0.2
# Guess:   The stamp of a signature with its text "Signed by %(signer)s" shows the name of the certificate; a font that cannot write it is an error.
# Seen:    For a certificate of a Thai officer the stamp shows control characters and Latin remains in place of the name (the two bytes of each letter as letters of a Courier font): no error, no warning, and the
#          signature itself is sound: its name, reason and place are kept in Thai. Every signed document looks broken where one looks for the signer. With a font of its own given the name is right.
# Output:  signer นายกเทศมนตรี -> þÿ and control characters, no Thai letter        signer Mayor -> "Signed by Mayor"        /Reason อนุมัติ is kept
# What follows for us: a signed order on a site whose stamp is unreadable was signed so, and is not damaged; it is signed again with a Thai font in the style of the stamp before it is published. Nothing of
#          ours signs; the name of the signer is best written in the text of the page beside the file.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/lib/debian.sh"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
debian_unpack "$tmp/deb" poppler-utils=22.12.0-2+deb12u3
python3 -m venv "$tmp/py"
"$tmp/py/bin/pip" install -qq pyHanko==0.38.0 cryptography==50.0.2 reportlab==5.1.0 pypdf==7.1.1
cat > "$tmp/sign.py" <<'PY'
import datetime, sys
from asn1crypto import keys, x509 as certificates
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader
from reportlab.pdfgen import canvas
folder, signer, out = sys.argv[1:]
page = canvas.Canvas(f"{folder}/order.pdf")
page.drawString(100, 700, "order")
page.save()
key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, signer)])
today = datetime.datetime.now(datetime.timezone.utc)
made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
made = made.not_valid_before(today - datetime.timedelta(1)).not_valid_after(today + datetime.timedelta(9)).sign(key, hashes.SHA256())
der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
simple = signers.SimpleSigner(signing_cert=certificates.Certificate.load(made.public_bytes(serialization.Encoding.DER)), signing_key=keys.PrivateKeyInfo.load(der), cert_registry=SimpleCertificateStore())
with open(f"{folder}/order.pdf", "rb") as order, open(out, "wb") as signed:
    writer = IncrementalPdfFileWriter(order)
    fields.append_signature_field(writer, fields.SigFieldSpec("signature", box=(50, 500, 550, 600)))
    signers.PdfSigner(signers.PdfSignatureMetadata(field_name="signature", reason="อนุมัติ"), signer=simple, stamp_style=TextStampStyle(stamp_text="Signed by %(signer)s")).sign_pdf(writer, output=signed)
print(PdfReader(out).get_fields()["signature"]["/V"]["/Reason"])
PY
seen=
for signer in นายกเทศมนตรี Mayor; do
  seen+="$("$tmp/py/bin/python" -W error "$tmp/sign.py" "$tmp" "$signer" "$tmp/signed.pdf" 2> "$tmp/log")" || { cat "$tmp/log" >&2; exit 1; }
  LD_LIBRARY_PATH=$(debian_libraries "$tmp/deb") "$tmp/deb/unpacked/usr/bin/pdftotext" -raw "$tmp/signed.pdf" "$tmp/text"
  seen+=" $(python3 -c 'import re, sys; text = open(sys.argv[1], encoding="utf-8").read(); print("Signed by Mayor" in text, "\u00fe\u00ff" in text, bool(re.search("[\u0e01-\u0e5b]", text)))' "$tmp/text"); "
done
[ "$seen" = "อนุมัติ False True False; อนุมัติ True False False; " ] || { cat "$tmp/log" "$tmp/text" >&2; echo "changed: $seen" >&2; exit 1; }
echo "still holds: the stamp that pyHanko draws for a Thai signer has no letter of the name"
