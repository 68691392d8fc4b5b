//! The sentences of `score`, Thai and English side by side.

use crate::base::Lang;
use crate::catalogue::{Catalogue, Indicator};
use crate::score::{Exact, Forecast, Inversion, Points};
use crate::site::Year;
use crate::thai::FiscalYear;

/// `--year` is none.
pub(super) fn not_a_year(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("--year ต้องเป็นปีงบประมาณ พ.ศ. เช่น 2564 ไม่ใช่ “{text}”"),
        Lang::English => format!("--year takes a fiscal year of the Buddhist era such as 2564, not “{text}”"),
    }
}

/// Nobody has a list of this year.
pub(super) fn no_catalogue(year: FiscalYear, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ไม่มีรายการตรวจปีงบประมาณ {year} ให้เขียนไว้ที่ content/catalogues/{year}.yaml ก่อน"),
        Lang::English => format!("there is no checklist of fiscal year {year}; write one in content/catalogues/{year}.yaml first"),
    }
}

/// The site does not publish this year.
pub(super) fn year_not_in_site(year: FiscalYear, known: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("เว็บนี้ไม่มีปีงบประมาณ {year} ปีที่มีคือ {known}"),
        Lang::English => format!("this site has no fiscal year {year}; it has {known}"),
    }
}

/// `--indicator` is none that could be taken apart.
pub(super) fn not_an_indicator(text: &str, year: FiscalYear, known: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ตัวชี้วัด “{text}” ปี {year} แยกเป็นจำนวนข้อไม่ได้ ตัวชี้วัดที่มีตัวชี้วัดย่อยคือ {known}"),
        Lang::English => format!("indicator “{text}” of {year} has no sub-indicators to be taken apart; those that have are {known}"),
    }
}

/// The value is no published score.
pub(super) fn not_a_score(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("“{text}” ไม่ใช่คะแนนที่ประกาศ คะแนนอยู่ระหว่าง 0 ถึง 100 และมีทศนิยมไม่เกินสองตำแหน่ง เช่น 28.28"),
        Lang::English => {
            format!("“{text}” is no published score: these lie between 0 and 100 and have at most two decimals, such as 28.28")
        }
    }
}

/// `invert` found nothing.
pub(super) fn no_solution(value: Points, no: u32, year: FiscalYear, complete: bool, lang: Lang) -> String {
    match (lang, complete) {
        (Lang::Thai, true) => format!("ไม่มีจำนวนข้อที่ผ่านชุดใดให้คะแนน {value} ในตัวชี้วัดที่ {no} ปี {year} ให้ตรวจตัวเลขกับประกาศผล"),
        (Lang::English, true) => {
            format!("no counts of passed items give {value} in indicator {no} of {year}; compare the figure with the published result")
        }
        (Lang::Thai, false) => format!("ตัวชี้วัดที่ {no} ปี {year} มีข้อมากเกินกว่าจะลองได้ทุกแบบ จึงยังบอกไม่ได้ว่าคะแนน {value} มาจากจำนวนข้อเท่าใด"),
        (Lang::English, false) => {
            format!("indicator {no} of {year} has too many items to try everything: nothing can be said about {value}")
        }
    }
}

/// The line before the solutions.
pub(super) fn solutions(value: Points, indicator: &Indicator, year: FiscalYear, inversion: &Inversion, lang: Lang) -> String {
    let (no, title, count) = (indicator.no, &indicator.title, inversion.solutions.len());
    match (lang, inversion.complete) {
        (Lang::Thai, true) => format!("ปี {year} ตัวชี้วัดที่ {no} {title} คะแนน {value} มาจากจำนวนข้อที่ผ่านได้ {count} แบบ"),
        (Lang::Thai, false) => format!("ปี {year} ตัวชี้วัดที่ {no} {title} คะแนน {value} มาจากจำนวนข้อที่ผ่านได้อย่างน้อย {count} แบบ (ลองไม่ครบทุกแบบ)"),
        (Lang::English, true) if count == 1 => {
            format!("{year}, indicator {no} {title}: {value} comes from one combination of passed items")
        }
        (Lang::English, true) => format!("{year}, indicator {no} {title}: {value} comes from {count} combinations of passed items"),
        (Lang::English, false) => {
            format!("{year}, indicator {no} {title}: {value} comes from at least {count} combinations of passed items (not all were tried)")
        }
    }
}

/// That no source confirms how many items the year asks.
pub(super) fn counts_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let year = catalogue.fiscal_year.value;
    let note = match lang {
        Lang::Thai => format!("จำนวนข้อของปี {year} ยังไม่มีแหล่งยืนยัน ผลนี้จึงเป็นเพียงประมาณการ ให้เทียบกับคู่มือของปีนั้น"),
        Lang::English => {
            format!("how many items {year} asks is not confirmed by a source: this is provisional, compare with that year's handbook")
        }
    };
    (!catalogue.item_counts_attested).then_some(note)
}

/// What is not confirmed or cannot be computed from the list of a year.
pub(super) fn forecast_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let notes = [counts_note(catalogue, lang), weights_note(catalogue, lang)];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    (!notes.is_empty()).then(|| notes.join(if lang == Lang::Thai { " " } else { ". " }))
}

/// That the weights of the year are not confirmed, or not known.
pub(super) fn weights_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let year = catalogue.fiscal_year.value;
    match (lang, catalogue.weights.is_some(), catalogue.weights_attested) {
        (_, true, true) => None,
        (Lang::Thai, true, false) => Some(format!("น้ำหนักคะแนนของปี {year} ยังไม่มีแหล่งยืนยัน")),
        (Lang::English, true, false) => Some(format!("the weights of {year} are not confirmed by a source")),
        (Lang::Thai, false, _) => Some(format!("ไม่ทราบน้ำหนักคะแนนของปี {year} จึงคำนวณเป็นคะแนนของคะแนนรวมไม่ได้")),
        (Lang::English, false, _) => Some(format!("the weights of {year} are not known: points of the total cannot be computed")),
    }
}

/// The first line of a forecast.
pub(super) fn forecast_heading(year: &Year, forecast: &Forecast, lang: Lang) -> String {
    let (fiscal_year, oit) = (year.fiscal_year, forecast.oit.printed(2));
    let (passing, all) = (forecast.items.iter().filter(|item| item.passes).count(), forecast.items.len());
    let weight = year.catalogue.weights.as_ref().map(|weights| Exact::decimal(weights.oit).printed(2)).unwrap_or_default();
    let points = forecast.points.as_ref().map(|points| points.printed(2));
    match (lang, points) {
        (Lang::Thai, Some(points)) => {
            format!(
                "ปีงบประมาณ {fiscal_year}: มีแล้ว {passing} จาก {all} ข้อ คาดว่า OIT ได้ {oit} จาก 100 คิดเป็น {points} จาก {weight} คะแนนของคะแนนรวม"
            )
        }
        (Lang::Thai, None) => format!("ปีงบประมาณ {fiscal_year}: มีแล้ว {passing} จาก {all} ข้อ คาดว่า OIT ได้ {oit} จาก 100"),
        (Lang::English, Some(points)) => {
            format!(
                "fiscal year {fiscal_year}: {passing} of {all} items filed; OIT would score {oit} of 100, {points} of {weight} points of the total"
            )
        }
        (Lang::English, None) => format!("fiscal year {fiscal_year}: {passing} of {all} items filed; OIT would score {oit} of 100"),
    }
}

/// What the columns of a forecast are; `of_total` whether points of the total are known.
pub(super) fn forecast_columns(of_total: bool, lang: Lang) -> &'static str {
    match (lang, of_total) {
        (Lang::Thai, true) => "ข้อ         ค่า    เสีย  (คะแนนของคะแนนรวม เรียงจากข้อที่มีค่ามาก)\n",
        (Lang::Thai, false) => "ข้อ         ค่า    เสีย  (คะแนนของ OIT เรียงจากข้อที่มีค่ามาก)\n",
        (Lang::English, true) => "item     worth    lost  (points of the total, the most valuable first)\n",
        (Lang::English, false) => "item     worth    lost  (points of OIT, the most valuable first)\n",
    }
}

/// That some of what is filed would score 0 as it is.
pub(super) fn incomplete(codes: &str, points: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ข้อที่มีหน้าแล้วแต่องค์ประกอบยังไม่ครบ: {codes} ถ้าไม่แก้จะเสียอีก {points} คะแนน ดูด้วย prongsai check"),
        Lang::English => format!("filed but incomplete: {codes}; as they are, another {points} points would be lost: see prongsai check"),
    }
}

/// Said when the site has errors: a page that cannot be read does not count, and a list that cannot
/// be read is not used.
pub(super) fn content_has_errors(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "เนื้อหาของเว็บยังมีที่ผิด บางส่วนจึงอาจไม่ถูกนับ ดูด้วย prongsai check",
        Lang::English => "the content of the site has errors, and some of it may not count: see prongsai check",
    }
}

/// The site has no results.
pub(super) fn nothing_to_check(lang: Lang) -> &'static str {
    match lang {
        Lang::Thai => "ไม่มีผลการประเมินให้ตรวจ ให้ใส่ไว้ใน content/assessments.yaml หรือที่ assessment ของหน้า\n",
        Lang::English => "no results to check: write them in content/assessments.yaml or under assessment of a page\n",
    }
}

/// The first line of a result.
pub(super) fn result_heading(year: FiscalYear, file: &str, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("ผลการประเมินปีงบประมาณ {year} ({file})"),
        Lang::English => format!("result of fiscal year {year} ({file})"),
    }
}

/// The published total beside the computed one.
pub(super) fn total_line(total: Option<Points>, computed: Option<&Exact>, catalogue: &Catalogue, lang: Lang) -> String {
    let published = total.map_or_else(|| "–".to_owned(), |total| total.to_string());
    match (lang, computed) {
        (Lang::Thai, Some(computed)) => format!("คะแนนรวม {published} คำนวณได้ {}", computed.printed(2)),
        (Lang::English, Some(computed)) => format!("total {published}, computed {}", computed.printed(2)),
        (Lang::Thai, None) if catalogue.weights.is_none() => format!("คะแนนรวม {published} (คำนวณไม่ได้ เพราะไม่ทราบน้ำหนักคะแนนของปีนี้)"),
        (Lang::English, None) if catalogue.weights.is_none() => {
            format!("total {published} (cannot be computed: the weights of this year are not known)")
        }
        (Lang::Thai, None) => format!("คะแนนรวม {published} (คำนวณไม่ได้ เพราะมีคะแนนไม่ครบทุกตัวชี้วัด)"),
        (Lang::English, None) => format!("total {published} (cannot be computed: not every indicator is given)"),
    }
}

/// The grade as written beside that of the table; `None` if there is neither.
pub(super) fn grade_line(written: Option<&str>, possible: &[&str], lang: Lang) -> Option<String> {
    let table = possible.join(" / ");
    match (lang, written, possible.is_empty()) {
        (_, None, true) => None,
        (Lang::Thai, Some(written), true) => Some(format!("ระดับ {written} (ไม่มีตารางระดับของปีนี้)")),
        (Lang::English, Some(written), true) => Some(format!("grade {written} (no table of grades of this year)")),
        (Lang::Thai, written, false) => Some(format!("ระดับ {} ตามตารางคือ {table}", written.unwrap_or("–"))),
        (Lang::English, written, false) => Some(format!("grade {}, by the table {table}", written.unwrap_or("–"))),
    }
}

/// An indicator of the checklist and how many combinations give its score.
pub(super) fn indicator_line(no: u32, value: Points, inversion: &Inversion, lang: Lang) -> String {
    let count = inversion.solutions.len();
    match (lang, inversion.is_attainable(), inversion.complete) {
        (Lang::Thai, Some(false), _) => format!("ตัวชี้วัดที่ {no} = {value}: ไม่มีจำนวนข้อชุดใดให้คะแนนนี้"),
        (Lang::English, Some(false), _) => format!("indicator {no} = {value}: no counts of items give it"),
        (Lang::Thai, None, _) => format!("ตัวชี้วัดที่ {no} = {value}: มีข้อมากเกินกว่าจะลองได้ทุกแบบ"),
        (Lang::English, None, _) => format!("indicator {no} = {value}: too many items to try everything"),
        (_, Some(true), true) if count == 1 => match lang {
            Lang::Thai => format!("ตัวชี้วัดที่ {no} = {value}"),
            Lang::English => format!("indicator {no} = {value}"),
        },
        (Lang::Thai, Some(true), true) => format!("ตัวชี้วัดที่ {no} = {value}: เป็นไปได้ {count} แบบ"),
        (Lang::English, Some(true), true) => format!("indicator {no} = {value}: {count} combinations"),
        (Lang::Thai, Some(true), false) => format!("ตัวชี้วัดที่ {no} = {value}: เป็นไปได้อย่างน้อย {count} แบบ"),
        (Lang::English, Some(true), false) => format!("indicator {no} = {value}: at least {count} combinations"),
    }
}

/// Combinations that are not shown.
pub(super) fn and_more(rest: usize, lang: Lang) -> String {
    match lang {
        Lang::Thai => format!("และอีก {rest} แบบ (ดูทั้งหมดด้วย prongsai score invert)"),
        Lang::English => format!("and {rest} more (all with prongsai score invert)"),
    }
}

/// That no source confirms the table of grades of the year.
pub(super) fn grades_note(catalogue: &Catalogue, lang: Lang) -> Option<String> {
    let year = catalogue.fiscal_year.value;
    let note = match lang {
        Lang::Thai => format!("ตารางระดับของปี {year} ยังไม่มีแหล่งยืนยัน"),
        Lang::English => format!("the table of grades of {year} is not confirmed by a source"),
    };
    (!catalogue.grades_attested).then_some(note)
}
