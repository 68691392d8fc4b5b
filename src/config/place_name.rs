//! Names of districts and provinces as officers write them.

/// Words before the name of a district. Bangkok has เขต instead of อำเภอ.
const DISTRICT_WORDS: [&str; 4] = ["อำเภอ", "กิ่งอำเภอ", "เขต", "อ."];
/// Words before the name of a province. Bangkok has none.
const PROVINCE_WORDS: [&str; 4] = ["จังหวัด", "จ.", "กรุงเทพ", "กทม"];

/// True if the name of a district says so itself: อำเภอเมือง, เขตตัวอย่าง.
pub fn says_district(name: &str) -> bool {
    DISTRICT_WORDS.iter().any(|word| name.trim_start().starts_with(word))
}

/// True if the name of a province says so itself, or needs no word before it: กรุงเทพมหานคร.
pub fn says_province(name: &str) -> bool {
    PROVINCE_WORDS.iter().any(|word| name.trim_start().starts_with(word))
}
