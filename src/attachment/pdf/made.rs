//! Small PDFs for tests.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A file with these objects, numbered from 1; the first is the catalog.
pub(super) fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    with_trailer(objects, "")
}

/// The same with more entries in the trailer.
pub(super) fn with_trailer(objects: &[Vec<u8>], entries: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        table += &format!("{:010} 00000 n \n", bytes.len());
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("{table}trailer\n<</Size {} /Root 1 0 R {entries}>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
    bytes
}

pub(super) fn object(text: impl Into<String>) -> Vec<u8> {
    text.into().into_bytes()
}

pub(super) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{entries} /Length {}>>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A stream of `size` times the same byte, `layers` times packed.
pub(super) fn bomb(entries: &str, byte: u8, size: usize, layers: usize) -> Vec<u8> {
    let mut data = packed(std::iter::repeat_n(byte, size));
    for _ in 1..layers {
        data = packed(data.into_iter());
    }
    stream(&format!("{entries} /Filter [{}]", "/FlateDecode ".repeat(layers)), &data)
}

pub(super) fn packed(data: impl Iterator<Item = u8>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let data: Vec<u8> = data.collect();
    encoder.write_all(&data).unwrap();
    encoder.finish().unwrap()
}

/// A page with the font `F1` (Helvetica), and more entries in its resources and in itself; more
/// objects are numbered from 6.
pub(super) fn page(content: &[u8], resources: &str, entries: &str, more: &[Vec<u8>]) -> Vec<u8> {
    document("", content, resources, entries, more)
}

/// The same with more entries in the catalog.
pub(super) fn document(catalog: &str, content: &[u8], resources: &str, entries: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        object(format!("<</Type /Catalog /Pages 2 0 R {catalog}>>")),
        object("<</Type /Pages /Kids [3 0 R] /Count 1>>"),
        object(format!(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R {entries} /Resources <</Font <</F1 5 0 R /F2 6 0 R>> {resources}>> >>"
        )),
        stream("", content),
        object("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"),
    ];
    objects.extend_from_slice(more);
    file(&objects)
}

/// A page that shows texts at places.
pub(super) fn texts(texts: &[(f64, f64, &str)]) -> Vec<u8> {
    let show = |(x, y, text): &(f64, f64, &str)| format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n");
    page(texts.iter().map(show).collect::<String>().as_bytes(), "", "", &[])
}

/// Entries of the trailer of files that [`encrypted`] encrypts, with the empty password (RC4, 40 bits).
pub(super) const ENCRYPTION: &str = "/ID [(0123456789ABCDEF) (0123456789ABCDEF)] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 \
     /O <4142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F60> \
     /U <532D6DF05EA7871894DE5103A5C77EA139B4200DF0D4E11173E7B9DAF4007A03>>>";

/// Keys of the objects 1 to 5 of such a file.
const KEYS: [&[u8; 10]; 5] = [
    b"\x0a\x2e\x2e\xe2\x01\xc2\x1d\x2f\xbf\x15",
    b"\x3a\x6b\xea\x62\x62\xe3\xd7\x7e\x73\x1d",
    b"\x94\x37\xea\xe5\xd4\x1c\xd0\xa9\x3c\x7b",
    b"\x10\xf7\x3e\xca\x37\x4f\x3a\xcc\xe0\xc6",
    b"\xa9\x61\xff\x7c\x28\x75\x56\xc0\x72\xec",
];

/// The data of a stream that is object `number` (1 to 5), encrypted by RC4.
pub(super) fn encrypted(number: usize, data: &[u8]) -> Vec<u8> {
    let key = KEYS[number - 1];
    let mut state: Vec<u8> = (0..=255).collect();
    let mut other = 0;
    for at in 0..256 {
        other = (other + usize::from(state[at]) + usize::from(key[at % key.len()])) % 256;
        state.swap(at, other);
    }
    let (mut at, mut other) = (0, 0);
    let mut next = || {
        at = (at + 1) % 256;
        other = (other + usize::from(state[at])) % 256;
        state.swap(at, other);
        state[(usize::from(state[at]) + usize::from(state[other])) % 256]
    };
    data.iter().map(|byte| byte ^ next()).collect()
}
