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
