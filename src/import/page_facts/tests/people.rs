//! Divisions, posts and names.

use serde_json::json;

use super::build::read;
use crate::import::page_facts::DoubtKind;

#[test]
fn divisions_posts_and_names_are_told_apart() {
    for (cell, responsible, kinds) in [
        ("สำนักปลัด, กองคลัง และกองช่าง", json!({"units": ["สำนักปลัด", "กองคลัง", "กองช่าง"]}), &[][..]),
        ("กองสาธารณสุขและสิ่งแวดล้อม", json!({"units": ["กองสาธารณสุขและสิ่งแวดล้อม"]}), &[]),
        ("สำนักปลัด\nกองการศึกษา\nศาสนาและวัฒนธรรม", json!({"units": ["สำนักปลัด", "กองการศึกษา ศาสนาและวัฒนธรรม"]}), &[]),
        ("หัวหน้าสำนักปลัด/นิติกร", json!({"posts": ["หัวหน้าสำนักปลัด", "นิติกร"]}), &[]),
        ("นายกเทศมนตรี", json!({"posts": ["นายกเทศมนตรี"]}), &[]),
        ("นายช่างโยธา", json!({"posts": ["นายช่างโยธา"]}), &[]),
        ("กองคลัง\nนายสมมติ ทดลอง", json!({"units": ["กองคลัง"], "posts": ["นายสมมติ ทดลอง"]}), &[DoubtKind::PersonName]),
        ("อาสาสมัคร", json!({"units": ["อาสาสมัคร"]}), &[DoubtKind::Responsible]),
    ] {
        let (front_matter, found) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["ทำคู่มือ", cell]]);
        assert_eq!(front_matter["measures"][0]["responsible"], responsible, "{cell}");
        assert_eq!(found, kinds, "{cell}");
    }
}

#[test]
fn a_column_of_posts_holds_posts() {
    let (front_matter, doubts) = read(&[&["มาตรการ", "ผู้ที่เกี่ยวข้อง"], &["ทำคู่มือ", "อาสาสมัคร\nกองคลัง"]]);
    // Lines that begin with no known word go on: the division is found by its own line.
    assert_eq!(front_matter["measures"][0]["responsible"], json!({"units": ["กองคลัง"], "posts": ["อาสาสมัคร"]}));
    assert_eq!(doubts, []);
}

#[test]
fn a_post_is_read_without_the_number_of_the_next() {
    let (front_matter, _) = read(&[&["มาตรการ", "ผู้รับผิดชอบ"], &["ทำคู่มือ", "กองคลัง ๑. ผอ.ทุกกอง ๒. นิติกร"]]);
    assert_eq!(front_matter["measures"][0]["responsible"], json!({"units": ["กองคลัง"], "posts": ["ผอ.ทุกกอง", "นิติกร"]}));
}
