//! Messages of `import`. What was doubtful is one message per kind; `{text}` is what the document says.

sentences! {
    bad_target(typed) {
        th "ไม่เข้าใจ --item {typed}: เขียนปีงบประมาณ เครื่องหมาย / และข้อ เช่น 2566/o42",
        en "--item {typed} is not understood: write fiscal year, / and item, such as 2566/o42",
    }
    one_page {
        th "--item ใช้กับไฟล์เดียว: สั่งทีละไฟล์",
        en "--item is for a single file: import the files one by one",
    }
    page_twice(file, page) {
        th "{file} เป็นของ {page} ซึ่งมีไฟล์อื่นในคำสั่งนี้แล้ว: ถ้าเป็นของข้ออื่น สั่งไฟล์นี้ไฟล์เดียวพร้อม --item",
        en "{file} is for {page}, as another file of this command is: if it is for another item, import it alone with --item",
    }
    locked(file) {
        th "{file} ต้องใช้รหัสผ่าน: เปิดไฟล์ บันทึกเป็นไฟล์ใหม่ที่ไม่มีรหัสผ่าน แล้วสั่งใหม่",
        en "{file} needs a password: open it, save it without one, and try again",
    }
    damaged(file) {
        th "{file} เสียหาย อ่านไม่ได้: เปิดด้วยโปรแกรมที่ใช้ทำ บันทึกใหม่ แล้วสั่งใหม่",
        en "{file} is damaged: open it in the program that made it, save it again, and try again",
    }
    not_what_its_name_says(file, extension) {
        th "{file} มีชื่อลงท้ายด้วย .{extension} แต่เนื้อหาในไฟล์ไม่ใช่ไฟล์ .{extension} (ไฟล์เสีย ดาวน์โหลดไม่ครบ หรือเป็นชนิดอื่นที่ถูกเปลี่ยนชื่อ): เปิดด้วยโปรแกรมที่ใช้ทำ บันทึกใหม่เป็น .{extension} แล้วสั่งใหม่",
        en "{file} is named .{extension}, but its content is none (it is damaged, half downloaded, or of another kind with its name changed): open it in the program that made it, save it as .{extension}, and try again",
    }
    wrong_format(file) {
        th "{file} ไม่ใช่ชนิดที่อ่านได้: บันทึกเป็น .docx .xlsx .xls .ods .csv หรือ .txt (ไฟล์ .doc เปิดใน Word แล้วบันทึกเป็น .docx)",
        en "{file} is of a kind that is not read: save it as .docx, .xlsx, .xls, .ods, .csv or .txt (open a .doc in Word and save it as .docx)",
    }
    too_large(file) {
        th "{file} ใหญ่เกินไป: ตัดภาพออก หรือแบ่งเป็นหลายไฟล์",
        en "{file} is too large: take the pictures out, or part it into several files",
    }
    no_year(file) {
        th "{file} ไม่บอกปีงบประมาณ: ระบุปีและข้อ เช่น --item 2566/o42",
        en "{file} does not state its fiscal year: state year and item, such as --item 2566/o42",
    }
    no_item(file, year) {
        th "{file} เป็นของปี {year} แต่ไม่ทราบว่าของข้อใด: ระบุ เช่น --item {year}/o42",
        en "{file} is of fiscal year {year}, but for which item is not known: state it, such as --item {year}/o42",
    }
    no_facts(file) {
        th "{file} ไม่มีตารางมาตรการหรือผลการดำเนินการ: หัวตารางต้องมีช่องเช่น “มาตรการ” และ “ขั้นตอน” “ผู้รับผิดชอบ” “ระยะเวลา” หรือ “ผลการดำเนินการ”",
        en "{file} has no table of measures or progress: its heading needs the Thai words for measure, and for steps, responsible, period or result",
    }
    imported(file, page, item, year, measures, entries) {
        th "{file} → {page} ข้อ {item} ปี {year}: มาตรการ {measures} ข้อ ผลการดำเนินการ {entries} แถว",
        en "{file} → {page}, item {item} of {year}: {measures} measures, {entries} rows of progress",
    }
    check_next(found) {
        th "{found}: ดูรายละเอียดและวิธีแก้ด้วย prongsai check",
        en "{found}: prongsai check says where, and how to mend it",
    }
    doubt(file, sentence) {
        th "ข้อสงสัย {file} {sentence}",
        en "doubt: {file}, {sentence}",
    }
    doubts_next(count) {
        th "ข้อสงสัย {count} เรื่อง: เทียบกับต้นฉบับ แก้ในไฟล์ของหน้า แล้วลบบรรทัดข้อสงสัยที่ต้นไฟล์",
        en "to be compared with the document: {count}. Correct the page, and delete the lines about it at its top",
    }
    made_from(file) {
        th "นำเข้าจาก {file}",
        en "imported from {file}",
    }
    made_with_doubts(file, count) {
        th "นำเข้าจาก {file} มีข้อสงสัย {count} เรื่อง เทียบกับต้นฉบับ แก้แล้วลบบรรทัดเหล่านี้",
        en "imported from {file}; to be compared with it: {count}. Then delete these lines",
    }
    taken(sentence, taken) {
        th "{sentence} → เขียนว่า “{taken}”",
        en "{sentence} → written as “{taken}”",
    }

    /// What a reader left out or took otherwise.
    hidden_row(text) {
        th "แถวที่ซ่อนไว้ ไม่ได้นำเข้า: {text}",
        en "hidden rows were left out: {text}",
    }
    hidden_column(text) {
        th "คอลัมน์ที่ซ่อนไว้ ไม่ได้นำเข้า: {text}",
        en "hidden columns were left out: {text}",
    }
    hidden_sheet(text) {
        th "แผ่นงานที่ซ่อนไว้ ไม่ได้นำเข้า: {text}",
        en "a hidden sheet was left out: {text}",
    }
    hidden_text(text) {
        th "ข้อความที่ซ่อนไว้ ไม่ได้นำเข้า: “{text}”",
        en "hidden text was left out: “{text}”",
    }
    inserted(text) {
        th "ข้อความที่แทรกโดยติดตามการเปลี่ยนแปลง นำเข้าแล้ว: “{text}”",
        en "a tracked insertion was taken: “{text}”",
    }
    deleted(text) {
        th "ข้อความที่ลบโดยติดตามการเปลี่ยนแปลง ไม่ได้นำเข้า: “{text}”",
        en "a tracked deletion was left out: “{text}”",
    }
    comment(text) {
        th "ข้อคิดเห็น ไม่ได้นำเข้า: “{text}”",
        en "a comment was left out: “{text}”",
    }
    text_box(text) {
        th "กล่องข้อความ ไม่ได้นำเข้า: “{text}”",
        en "a text box was left out: “{text}”",
    }
    note(text) {
        th "เชิงอรรถ ไม่ได้นำเข้า: “{text}”",
        en "a footnote was left out: “{text}”",
    }
    nested_table {
        th "มีตารางซ้อนในช่องนี้ นำเข้าเป็นบรรทัดของช่อง",
        en "a table in this cell was taken as lines of the cell",
    }
    picture {
        th "รูปภาพ อ่านไม่ได้ ถ้าเป็นภาพสแกนของตาราง ต้องพิมพ์เอง",
        en "a picture cannot be read; if it is a scanned table, type it",
    }
    drawing {
        th "เส้น ลูกศร หรือรูปร่างที่วาดไว้ ไม่ได้นำเข้า ถ้าบอกช่วงเดือนหรือเครื่องหมาย กรอกเอง",
        en "a drawn line, arrow or shape was left out; if it shows months or a mark, type it",
    }
    drawing_until(cell) {
        th "เส้น ลูกศร หรือรูปร่างที่วาดจากช่องนี้ถึง {cell} ไม่ได้นำเข้า ถ้าบอกช่วงเดือนหรือเครื่องหมาย กรอกเอง",
        en "a line, arrow or shape drawn from here to {cell} was left out; if it shows months or a mark, type it",
    }
    symbol(text) {
        th "ไม่รู้จักสัญลักษณ์ {text} เขียนเป็น �",
        en "the symbol {text} is not known; written as �",
    }
    formula(text) {
        th "สูตรไม่มีผลลัพธ์ หรือผลเป็นข้อผิดพลาด: {text} เปิดใน Excel บันทึก แล้วนำเข้าใหม่",
        en "a formula has no result, or an error: {text}; open it in Excel, save, and import again",
    }
    buddhist_year(text) {
        th "วันที่ {text} เก็บเป็นปี ค.ศ. ที่เกิน 2400 อ่านเป็น พ.ศ.",
        en "the date {text} is stored with a Gregorian year above 2400; read as Buddhist era",
    }
    year_as_day(text) {
        th "ช่องมีรูปแบบวันที่ แต่ตัวเลขคือปี: อ่านเป็น {text}",
        en "the cell has the format of a date, but its number is a year: read as {text}",
    }
    encoding(text) {
        th "ไฟล์ไม่ใช่ UTF-8 อ่านด้วยรหัส {text}",
        en "the file is not UTF-8; it was read as {text}",
    }
    overlapping_cells {
        th "ช่องที่ผสานกันซ้อนทับกัน อ่านเป็นช่องเดี่ยว",
        en "merged cells overlap; they were read as single cells",
    }
    struck(text) {
        th "ข้อความขีดฆ่า นำเข้าแล้ว: “{text}”",
        en "struck text was taken: “{text}”",
    }
    raised(text) {
        th "ตัวยกหรือตัวห้อย “{text}” เขียนแบบเดิมไม่ได้ทั้งหมด: เทียบกับต้นฉบับว่าอ่านแล้วยังหมายความเหมือนเดิม",
        en "“{text}” stands above or below the line, which cannot be written as it is: see that it still means the same",
    }
    unreadable_part(text) {
        th "ส่วนหนึ่งของไฟล์อ่านไม่ได้: {text}",
        en "a part of the file cannot be read: {text}",
    }
    cut {
        th "เอกสารใหญ่เกินกว่าที่อ่านได้ ส่วนที่เหลือไม่ได้นำเข้า",
        en "the document is larger than what is read; the rest was left out",
    }

    /// What could be meant otherwise, or has no place in the model.
    unknown_column(text) {
        th "ไม่รู้จักหัวคอลัมน์ “{text}” เนื้อหาอยู่ในตารางท้ายหน้า",
        en "the column “{text}” is not known; its cells are kept in a table of the text",
    }
    unknown_table(text) {
        th "ตารางนี้ไม่ใช่ตารางมาตรการหรือผล เก็บเป็นตารางในเนื้อความ: “{text}”",
        en "a table of another kind was kept in the text: “{text}”",
    }
    row_joined(text) {
        th "แถวต้นหน้าไม่มีลำดับ ต่อเข้ากับแถวก่อน: “{text}”",
        en "a row without a number at the start of a page was joined to the row above: “{text}”",
    }
    copy_limit(text) {
        th "ช่องที่ผสานคลุมแถวมากเกินไป เขียนเฉพาะแถวแรก ๆ: “{text}”",
        en "a merged cell covers too many rows; it was written for the first ones only: “{text}”",
    }
    several_measures(text) {
        th "หลายมาตรการในช่องเดียว เก็บเป็นมาตรการเดียว: “{text}”",
        en "several measures in one cell were kept as one: “{text}”",
    }
    no_title(text) {
        th "แถวนี้ไม่มีมาตรการ เขียนโดยไม่มีชื่อ: “{text}”",
        en "a row without a measure was written without a title: “{text}”",
    }
    list_numbering(text) {
        th "เลขลำดับข้ามหรือซ้ำ: “{text}” เขียนตามลำดับที่พิมพ์",
        en "the numbers of a list skip or repeat: “{text}”; written in their order",
    }
    row_numbers(text) {
        th "ลำดับของแถวซ้ำ ข้าม หรือไม่เริ่มที่ 1: {text}",
        en "the numbers of the rows leave one out, come twice or do not begin at 1: {text}",
    }
    title_twice(text) {
        th "มีแถวก่อนหน้าชื่อเดียวกัน เขียนไว้ทั้งสองแถว: “{text}”",
        en "an earlier row has the same title; both were written: “{text}”",
    }
    reported_twice(text) {
        th "มีแถวก่อนหน้ารายงานผลของมาตรการเดียวกัน เขียนไว้ทั้งสองแถว: “{text}”",
        en "an earlier row reports on the same measure; both were written: “{text}”",
    }
    people_twice(text) {
        th "ชื่อผู้รับผิดชอบซ้ำในแถวเดียวกัน เขียนครั้งเดียว: “{text}”",
        en "a division or post comes twice in a row; it was written once: “{text}”",
    }
    loose_mark(text) {
        th "ตัวเลขไม่มีจุดหรือวงเล็บ อ่านเป็นเลขข้อ: “{text}”",
        en "a number without point or bracket was read as that of an item: “{text}”",
    }
    responsible(text) {
        th "ไม่ทราบว่าเป็นหน่วยงานหรือตำแหน่ง เขียนเป็นหน่วยงาน: “{text}”",
        en "division or post is not known; written as a division: “{text}”",
    }
    person_name(text) {
        th "มีชื่อบุคคล: “{text}” หน้าเว็บใช้ตำแหน่งแทนชื่อ",
        en "the name of a person: “{text}”; pages name posts instead",
    }
    signature_left_out {
        th "ช่องลงชื่อท้ายเอกสาร ไม่ได้นำเข้า",
        en "a place for a signature was left out",
    }
    signature_of_post_left_out(text) {
        th "ช่องลงชื่อท้ายเอกสาร ไม่ได้นำเข้า: “{text}” ถ้าต้องการแสดงบนหน้า พิมพ์ตำแหน่งในเนื้อความ",
        en "a signature was left out: “{text}”; to show it on the page, type the post in the text",
    }
    two_digit_year(text) {
        th "ปีสองหลัก: “{text}”",
        en "a year of two digits: “{text}”",
    }
    year_assumed(text) {
        th "เดือนหรือไตรมาสไม่บอกปี ใช้ปีงบประมาณของหน้า: “{text}”",
        en "months or quarters without a year were read in the fiscal year of the page: “{text}”",
    }
    year_taken_as_fiscal(text) {
        th "ไม่บอกว่าเป็นปีงบประมาณ อ่านเป็นตุลาคมถึงกันยายน: “{text}”",
        en "“{text}” does not say fiscal year; read as October to September",
    }
    period_unread(text) {
        th "อ่านระยะเวลาไม่ได้ เก็บข้อความไว้: “{text}”",
        en "a period was not understood; its wording was kept: “{text}”",
    }
    months_marked(text) {
        th "อ่านระยะเวลาจากเครื่องหมายในช่องเดือน: {text}",
        en "the period was read from marks in columns of months: {text}",
    }
    months_coloured(text) {
        th "อ่านระยะเวลาจากสีพื้นของช่องเดือน: {text}",
        en "the period was read from the colours of columns of months: {text}",
    }
    months_unmarked {
        th "ไม่มีเครื่องหมายหรือสีพื้นในช่องเดือนของแถวนี้ (เส้นที่วาดอ่านไม่ได้) ไม่ได้เขียนระยะเวลา",
        en "no column of a month has a mark or a colour in this row (drawn lines are not read), so no period was written",
    }
    total_row(text) {
        th "แถวรวม เก็บไว้ในเนื้อความ: “{text}”",
        en "a row of totals was kept in the text: “{text}”",
    }
    period_backwards(text) {
        th "เดือนสิ้นสุดอยู่ก่อนเดือนเริ่ม เก็บข้อความไว้: “{text}”",
        en "a period ends before it begins; its wording was kept: “{text}”",
    }
    no_status(text) {
        th "ไม่มีเครื่องหมายในช่องสถานะ เขียน unstated ระบุสถานะเอง: “{text}”",
        en "no mark in a column of status: unstated was written, state it: “{text}”",
    }
    two_statuses(text) {
        th "มีเครื่องหมายมากกว่าหนึ่งช่องสถานะ เขียน unstated ระบุสถานะเอง: “{text}”",
        en "marks in more than one column of status: unstated was written, state it: “{text}”",
    }
    status_text(text) {
        th "หลังสถานะมีข้อความ เก็บเป็นหมายเหตุ: “{text}”",
        en "words after a status were kept as a remark: “{text}”",
    }
    mixed_digits(text) {
        th "เลขไทยปนเลขอารบิกในจำนวนเดียว: “{text}”",
        en "Thai and Arabic digits in one number: “{text}”",
    }
    comma_decimal(text) {
        th "ใช้จุลภาคแทนจุดทศนิยม: “{text}”",
        en "a comma in the place of a decimal point: “{text}”",
    }
    score_unread(text) {
        th "อ่านคะแนนไม่ได้ ไม่ได้เขียน: “{text}”",
        en "a score was not understood, and not written: “{text}”",
    }
    unplaced_score(text) {
        th "ไม่ทราบว่าเป็นคะแนนของตัวชี้วัดใด ไม่ได้เขียน: “{text}”",
        en "a score of no known indicator was not written: “{text}”",
    }
    question_code(text) {
        th "รหัสข้อคำถาม “{text}” พิมพ์ผิดหรืออ่านผิด",
        en "the code of a question is misread or oddly typed: “{text}”",
    }
    question_without_code(text) {
        th "ข้อคำถามไม่มีรหัส เก็บไว้ในเนื้อความ: “{text}”",
        en "a question without a code was kept in the text: “{text}”",
    }
    question_twice(text) {
        th "ข้อคำถามมีสองครั้ง คะแนนหรือถ้อยคำต่างกัน ใช้ครั้งแรก: “{text}”",
        en "a question comes twice with another score or wording; the first was written: “{text}”",
    }
    findings_paired(text) {
        th "จำนวนข้อค้นพบเท่ากับข้อคำถาม จับคู่ตามลำดับ: “{text}”",
        en "as many findings as questions; paired in their order: “{text}”",
    }
    finding_for(text) {
        th "ไม่ทราบว่าข้อค้นพบเป็นของข้อคำถามใด: “{text}”",
        en "it is not clear which question a finding is about: “{text}”",
    }
    unknown_indicator(text) {
        th "ไม่มีตัวชี้วัดนี้ในรายการของปี ไม่ได้เขียนเลข: “{text}”",
        en "the list of the year has no such indicator, so no number was written: “{text}”",
    }
    indicator_name(text) {
        th "ชื่อตัวชี้วัดใกล้เคียงกับในรายการ: “{text}”",
        en "a name close to that of an indicator: “{text}”",
    }
    title_differs(text) {
        th "ถ้อยคำของมาตรการต่างจากในแผน: “{text}”",
        en "a measure is worded otherwise than in the plan: “{text}”",
    }
    unknown_measure(text) {
        th "ไม่มีมาตรการนี้ในแผน เพิ่มเป็นมาตรการของหน้านี้: “{text}”",
        en "the plan has no such measure; it was added to this page: “{text}”",
    }
    repeated_plan(text) {
        th "รายงานพิมพ์ช่องของแผนซ้ำ ไม่ได้เขียนซ้ำ: “{text}”",
        en "columns of the plan are repeated in the report, and were not written again: “{text}”",
    }
    evidence_without_address(text) {
        th "หลักฐานไม่มีลิงก์หรือไฟล์ เก็บเป็นหมายเหตุ: “{text}”",
        en "evidence without an address was kept as a remark: “{text}”",
    }
    years_differ(text) {
        th "ปีงบประมาณในเอกสารไม่ตรงกัน หรือไม่ตรงกับปีของหน้า: “{text}”",
        en "the fiscal years in the document differ, or are not that of the page: “{text}”",
    }
    field_from_text(text) {
        th "อ่านจากข้อความ: “{text}”",
        en "read from a sentence: “{text}”",
    }
    covers_unclear(text) {
        th "ระบุช่วงเดือนที่รายงานหลายช่วง ไม่ได้เขียน: “{text}”",
        en "several ranges of months are named for the report; none was written: “{text}”",
    }
    samples_unclear(text) {
        th "ระบุจำนวนผู้ตอบแบบวัดหลายจำนวน ไม่ได้เขียน: {text}",
        en "several numbers of people who answered a survey are named; none was written: {text}",
    }
    round_unclear(text) {
        th "ระบุรอบการรายงานหลายรอบ ไม่ได้เขียน: “{text}”",
        en "several rounds of reporting are named; none was written: “{text}”",
    }
    as_of_unclear(text) {
        th "ระบุ “ข้อมูล ณ วันที่” หลายวัน ไม่ได้เขียน: “{text}”",
        en "several days are given for the data; none was written: “{text}”",
    }
    date_unread(text) {
        th "อ่านวันที่ไม่ได้ ไม่ได้เขียน: “{text}”",
        en "a date was not understood, and not written: “{text}”",
    }
    item_code(text) {
        th "รหัสข้อ “{text}” พิมพ์ผิดหรืออ่านผิด",
        en "the code of an item is misread or oddly typed: “{text}”",
    }
    text_score(text) {
        th "อ่านคะแนนจากข้อความ: “{text}”",
        en "scores were read from a sentence: “{text}”",
    }
    analysed_year_unclear(text) {
        th "ระบุปีผลการประเมินหลายปี ไม่ได้เขียน: “{text}”",
        en "several years of results are named; none was written: “{text}”",
    }
    indicators_from_text(text) {
        th "ตารางไม่มีช่องตัวชี้วัด ใช้ตัวชี้วัดจากข้อความ: “{text}”",
        en "the table has no column of indicators; they were taken from a sentence: “{text}”",
    }
    group_as_issue(text) {
        th "หัวข้อคั่นในตาราง เขียนเป็นประเด็น: “{text}”",
        en "a heading within the table was written as an issue: “{text}”",
    }
    other_indicators(text) {
        th "คอลัมน์ “{text}” ไม่ใช่ตัวชี้วัดของการประเมิน ITA เก็บข้อความไว้ในตารางท้ายหน้า",
        en "the column “{text}” names no indicators of the assessment; its cells are kept in a table of the text",
    }
    issue_of_row_above(text) {
        th "ช่องประเด็นของแถว “{text}” ว่างไว้ จัดไว้ในประเด็นเดียวกับแถวก่อน",
        en "the cell of the issue is blank in the row “{text}”, which was put under the issue of the row above",
    }
}
