//! Messages of `score`.

sentences! {
    not_a_year(text) {
        th "--year ต้องเป็นปีงบประมาณ พ.ศ. เช่น 2564 ไม่ใช่ “{text}”",
        en "--year takes a fiscal year of the Buddhist era such as 2564, not “{text}”",
    }
    no_catalogue(year) {
        th "ไม่มีรายการตรวจปีงบประมาณ {year} ให้เขียนไว้ที่ content/catalogues/{year}.yaml ก่อน",
        en "there is no checklist of fiscal year {year}; write one in content/catalogues/{year}.yaml first",
    }
    year_not_in_site(year, known) {
        th "เว็บนี้ไม่มีปีงบประมาณ {year} ปีที่มีคือ {known}",
        en "this site has no fiscal year {year}; it has {known}",
    }
    not_an_indicator(text, year, known) {
        th "ตัวชี้วัด “{text}” ปี {year} แยกเป็นจำนวนข้อไม่ได้ ตัวชี้วัดที่มีตัวชี้วัดย่อยคือ {known}",
        en "indicator “{text}” of {year} has no sub-indicators to be taken apart; those that have are {known}",
    }
    not_a_score(text) {
        th "“{text}” ไม่ใช่คะแนนที่ประกาศ คะแนนอยู่ระหว่าง 0 ถึง 100 และมีทศนิยมไม่เกินสองตำแหน่ง เช่น 28.28",
        en "“{text}” is no published score: these lie between 0 and 100 and have at most two decimals, such as 28.28",
    }
    no_solution(value, no, year) {
        th "ไม่มีจำนวนข้อที่ผ่านชุดใดให้คะแนน {value} ในตัวชี้วัดที่ {no} ปี {year} ให้ตรวจตัวเลขกับประกาศผล",
        en "no counts of passed items give {value} in indicator {no} of {year}; compare the figure with the published result",
    }
    no_solution_known(no, year, value) {
        th "ตัวชี้วัดที่ {no} ปี {year} มีข้อมากเกินกว่าจะลองได้ทุกแบบ จึงยังบอกไม่ได้ว่าคะแนน {value} มาจากจำนวนข้อเท่าใด",
        en "indicator {no} of {year} has too many items to try everything: nothing can be said about {value}",
    }
    one_solution(year, no, title, value) {
        th "ปี {year} ตัวชี้วัดที่ {no} {title} คะแนน {value} มาจากจำนวนข้อที่ผ่านได้ 1 แบบ",
        en "{year}, indicator {no} {title}: {value} comes from one combination of passed items",
    }
    solutions(year, no, title, value, count) {
        th "ปี {year} ตัวชี้วัดที่ {no} {title} คะแนน {value} มาจากจำนวนข้อที่ผ่านได้ {count} แบบ",
        en "{year}, indicator {no} {title}: {value} comes from {count} combinations of passed items",
    }
    some_solutions(year, no, title, value, count) {
        th "ปี {year} ตัวชี้วัดที่ {no} {title} คะแนน {value} มาจากจำนวนข้อที่ผ่านได้อย่างน้อย {count} แบบ (ลองไม่ครบทุกแบบ)",
        en "{year}, indicator {no} {title}: {value} comes from at least {count} combinations of passed items (not all were tried)",
    }
    counts_unconfirmed(year) {
        th "จำนวนข้อของปี {year} ยังไม่มีแหล่งยืนยัน ผลนี้จึงเป็นเพียงประมาณการ ให้เทียบกับคู่มือของปีนั้น",
        en "how many items {year} asks is not confirmed by a source: this is provisional, compare with that year's handbook",
    }
    weights_unconfirmed(year) {
        th "น้ำหนักคะแนนของปี {year} ยังไม่มีแหล่งยืนยัน",
        en "the weights of {year} are not confirmed by a source",
    }
    weights_unknown(year) {
        th "ไม่ทราบน้ำหนักคะแนนของปี {year} จึงคำนวณเป็นคะแนนของคะแนนรวมไม่ได้",
        en "the weights of {year} are not known: points of the total cannot be computed",
    }
    between_notes {
        th " ",
        en ". ",
    }
    forecast_with_points(fiscal_year, passing, all, oit, points, weight) {
        th "ปีงบประมาณ {fiscal_year}: มีแล้ว {passing} จาก {all} ข้อ คาดว่า OIT ได้ {oit} จาก 100 คิดเป็น {points} จาก {weight} คะแนนของคะแนนรวม",
        en "fiscal year {fiscal_year}: {passing} of {all} items filed; OIT would score {oit} of 100, {points} of {weight} points of the total",
    }
    forecast(fiscal_year, passing, all, oit) {
        th "ปีงบประมาณ {fiscal_year}: มีแล้ว {passing} จาก {all} ข้อ คาดว่า OIT ได้ {oit} จาก 100",
        en "fiscal year {fiscal_year}: {passing} of {all} items filed; OIT would score {oit} of 100",
    }
    columns_of_total {
        th "ข้อ         ค่า    เสีย  (คะแนนของคะแนนรวม เรียงจากข้อที่มีค่ามาก)\n",
        en "item     worth    lost  (points of the total, the most valuable first)\n",
    }
    columns_of_oit {
        th "ข้อ         ค่า    เสีย  (คะแนนของ OIT เรียงจากข้อที่มีค่ามาก)\n",
        en "item     worth    lost  (points of OIT, the most valuable first)\n",
    }
    incomplete(codes, points) {
        th "ข้อที่มีหน้าแล้วแต่องค์ประกอบยังไม่ครบ: {codes} ถ้าไม่แก้จะเสียอีก {points} คะแนน ดูด้วย prongsai check",
        en "filed but incomplete: {codes}; as they are, another {points} points would be lost: see prongsai check",
    }
    content_has_errors {
        th "เนื้อหาของเว็บยังมีที่ผิด บางส่วนจึงอาจไม่ถูกนับ ดูด้วย prongsai check",
        en "the content of the site has errors, and some of it may not count: see prongsai check",
    }
    nothing_to_check {
        th "ไม่มีผลการประเมินให้ตรวจ ให้ใส่ไว้ใน content/assessments.yaml หรือที่ assessment ของหน้า\n",
        en "no results to check: write them in content/assessments.yaml or under assessment of a page\n",
    }
    result_heading(year, file) {
        th "ผลการประเมินปีงบประมาณ {year} ({file})",
        en "result of fiscal year {year} ({file})",
    }
    total_computed(published, computed) {
        th "คะแนนรวม {published} คำนวณได้ {computed}",
        en "total {published}, computed {computed}",
    }
    total_without_weights(published) {
        th "คะแนนรวม {published} (คำนวณไม่ได้ เพราะไม่ทราบน้ำหนักคะแนนของปีนี้)",
        en "total {published} (cannot be computed: the weights of this year are not known)",
    }
    total_without_all(published) {
        th "คะแนนรวม {published} (คำนวณไม่ได้ เพราะมีคะแนนไม่ครบทุกตัวชี้วัด)",
        en "total {published} (cannot be computed: not every indicator is given)",
    }
    grade_without_table(written) {
        th "ระดับ {written} (ไม่มีตารางระดับของปีนี้)",
        en "grade {written} (no table of grades of this year)",
    }
    grade_by_table(written, table) {
        th "ระดับ {written} ตามตารางคือ {table}",
        en "grade {written}, by the table {table}",
    }
    indicator_impossible(no, value) {
        th "ตัวชี้วัดที่ {no} = {value}: ไม่มีจำนวนข้อชุดใดให้คะแนนนี้",
        en "indicator {no} = {value}: no counts of items give it",
    }
    indicator_too_large(no, value) {
        th "ตัวชี้วัดที่ {no} = {value}: มีข้อมากเกินกว่าจะลองได้ทุกแบบ",
        en "indicator {no} = {value}: too many items to try everything",
    }
    indicator_one(no, value) {
        th "ตัวชี้วัดที่ {no} = {value}",
        en "indicator {no} = {value}",
    }
    indicator_many(no, value, count) {
        th "ตัวชี้วัดที่ {no} = {value}: เป็นไปได้ {count} แบบ",
        en "indicator {no} = {value}: {count} combinations",
    }
    indicator_at_least(no, value, count) {
        th "ตัวชี้วัดที่ {no} = {value}: เป็นไปได้อย่างน้อย {count} แบบ",
        en "indicator {no} = {value}: at least {count} combinations",
    }
    and_more(rest) {
        th "และอีก {rest} แบบ (ดูทั้งหมดด้วย prongsai score invert)",
        en "and {rest} more (all with prongsai score invert)",
    }
    grades_unconfirmed(year) {
        th "ตารางระดับของปี {year} ยังไม่มีแหล่งยืนยัน",
        en "the table of grades of {year} is not confirmed by a source",
    }
}
