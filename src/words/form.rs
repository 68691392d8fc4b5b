//! Words of forms to fill in, and messages of `form`. Headings are those of the paper forms.

sentences! {
    applied(file, page, changed, added) {
        th "นำ {file} เข้าหน้า {page} แล้ว: แก้ {changed} ช่อง เพิ่ม {added} แถว",
        en "took {file} into {page}: {changed} cells changed, {added} rows added",
    }
    unchanged(file, page) {
        th "{file} ไม่เปลี่ยนอะไรในหน้า {page}",
        en "{file} changes nothing on {page}",
    }
    measures_sheet { th "มาตรการ", en "Measures" }
    progress_sheet { th "ผลการดำเนินการ", en "Progress" }
    base_sheet { th "ข้อมูลเดิม", en "As it was" }
    form_title(item, year, title) {
        th "แบบกรอก {item} ปีงบประมาณ {year}: {title}",
        en "form for {item} of fiscal year {year}: {title}",
    }
    how {
        th "กรอกช่องสีขาว หนึ่งแถวต่อหนึ่งมาตรการ เลือกช่องแล้วอ่านคำอธิบาย บันทึกแล้วสั่ง prongsai import ไฟล์นี้ ช่องที่ไม่เปลี่ยนจะไม่ถูกแก้ในหน้า",
        en "fill in the white cells, a row for each measure; choose a cell to read what it is; save, and run prongsai import with this file; what you do not change stays as it is on the page",
    }
    base_title {
        th "ข้อมูลเดิมของหน้า ใช้เทียบว่าแก้ช่องใดบ้าง ไม่ต้องกรอกและอย่าลบแผ่นนี้",
        en "the values of the page as they were, to tell what was changed: nothing to fill in here; do not delete this sheet",
    }
    base_how {
        th "prongsai import อ่านแผ่นนี้เพื่อแยกสิ่งที่แก้ในแบบกรอกจากสิ่งที่ผู้อื่นแก้ในหน้าระหว่างนั้น",
        en "prongsai import reads it to tell what was changed in the form from what somebody else changed in the page meanwhile",
    }
    id { th "รหัส", en "id" }
    title { th "มาตรการ/แนวทาง", en "measure" }
    indicators { th "ตัวชี้วัดที่เกี่ยวข้อง", en "indicators" }
    questions { th "ข้อคำถามที่เกี่ยวข้อง", en "questions" }
    items { th "ข้อ OIT ที่เกี่ยวข้อง", en "OIT items" }
    steps { th "ขั้นตอนหรือวิธีการ", en "steps" }
    units { th "หน่วยงานผู้รับผิดชอบ", en "units responsible" }
    posts { th "ตำแหน่งที่เกี่ยวข้อง", en "posts responsible" }
    from { th "เริ่ม (เดือน)", en "from (month)" }
    to { th "สิ้นสุด (เดือน)", en "to (month)" }
    quarters { th "ไตรมาส", en "quarters" }
    label { th "ระยะเวลาตามเอกสาร", en "period in words" }
    monitoring { th "แนวทางการกำกับติดตาม", en "monitoring" }
    cadence { th "ความถี่การรายงานผล", en "reporting interval" }
    report_by { th "รายงานภายในเดือน", en "report by (month)" }
    report_where { th "รายงานผลที่", en "reported where" }
    budget { th "งบประมาณ", en "budget" }
    measure_ids { th "รหัสมาตรการ", en "measure ids" }
    plan_title { th "มาตรการตามแผน", en "measure of the plan" }
    report_title { th "มาตรการตามรายงาน", en "measure in the report" }
    status { th "สถานะ", en "status" }
    results { th "ผลการดำเนินการ", en "results" }
    remark { th "หมายเหตุ", en "remark" }
    evidence { th "รหัสเอกสารหลักฐาน", en "evidence ids" }
    months { th "เดือน", en "months" }
    not_started { th "ยังไม่ดำเนินการ", en "not started" }
    in_progress { th "อยู่ระหว่างดำเนินการ", en "in progress" }
    done { th "ดำเนินการแล้ว", en "done" }
    cancelled { th "ยกเลิก", en "cancelled" }
    unstated { th "ไม่ระบุ", en "unstated" }
    monthly { th "ทุกเดือน", en "monthly" }
    quarterly { th "รายไตรมาส", en "quarterly" }
    six_months { th "รอบ 6 เดือน", en "6 months" }
    twelve_months { th "รอบ 12 เดือน", en "12 months" }
    yearly { th "รายปี", en "yearly" }
    how_id {
        th "โปรแกรมตั้งรหัสของแถวใหม่ให้เอง",
        en "a new row gets its id from the program",
    }
    how_measure_ids {
        th "แถวใหม่: เลือกรหัสของมาตรการในแผน หลายมาตรการพิมพ์บรรทัดละหนึ่งรหัส (Alt+Enter)",
        en "in a new row: choose the id of a measure of the plan; several, one a line (Alt+Enter)",
    }
    how_plan {
        th "ถ้อยคำของแผน แก้ได้ที่หน้าของแผน",
        en "the words of the plan, to be changed on its page",
    }
    how_lines {
        th "หนึ่งบรรทัดต่อหนึ่งรายการ ขึ้นบรรทัดใหม่ด้วย Alt+Enter",
        en "one a line; a new line is Alt+Enter",
    }
    how_numbers {
        th "ตัวเลข คั่นด้วยจุลภาค เช่น 6, 7",
        en "numbers between commas, such as 6, 7",
    }
    how_codes {
        th "รหัส คั่นด้วยจุลภาค",
        en "codes between commas",
    }
    how_month {
        th "เลือกหรือพิมพ์เดือนและปี พ.ศ. สี่หลัก เช่น ต.ค. 2565",
        en "choose or type month and year, such as 2022-10",
    }
    how_status {
        th "เลือกจากรายการ",
        en "choose one of the list",
    }
    how_cadence {
        th "เลือกจากรายการ หลายอย่างพิมพ์บรรทัดละหนึ่งอย่าง (Alt+Enter)",
        en "choose from the list; several, one a line (Alt+Enter)",
    }
    written(item, year, file) {
        th "เขียนแบบกรอก {item} ปี {year} ไว้ที่ {file}",
        en "wrote the form for {item} of {year} to {file}",
    }
    next(file) {
        th "กรอกใน Excel หรือ LibreOffice บันทึก แล้วสั่ง prongsai import {file}",
        en "fill it in with Excel or LibreOffice, save it, and run prongsai import {file}",
    }
    bad_item(typed) {
        th "ไม่เข้าใจ {typed}: เขียนปีงบประมาณ เครื่องหมาย / และข้อ เช่น 2566/o42",
        en "{typed} is not understood: write fiscal year, / and item, such as 2566/o42",
    }
    unreadable(page) {
        th "อ่านหน้า {page} ไม่ได้: สั่ง prongsai check แล้วแก้ไขก่อน",
        en "the page {page} cannot be read: run prongsai check and mend it first",
    }
    no_table(item, year) {
        th "{item} ปี {year} ไม่มีตารางมาตรการหรือผลการดำเนินการให้กรอก",
        en "{item} of {year} has no table of measures or progress to fill in",
    }
    no_plan(item, year, plan) {
        th "{item} ปี {year} รายงานผลตามแผนซึ่งยังไม่มีในเว็บ จึงไม่มีมาตรการให้กรอกผล: สั่ง prongsai form {plan} เพื่อกรอกแผนก่อน (ถ้ามีแผนใน Word หรือ Excel แล้ว สั่ง prongsai import ไฟล์แผน --item {plan}) จากนั้นสั่ง prongsai form นี้ใหม่",
        en "{item} of {year} reports on a plan that is not on this site, so there is no measure to report on: make the plan first with prongsai form {plan} (or prongsai import FILE --item {plan}, if there is one in Word or Excel), then run this again",
    }
    no_plan_year(item, year, plan_year, plan) {
        th "{item} ปี {year} รายงานผลตามแผนของปี {plan_year} ซึ่งเว็บยังไม่มี จึงไม่มีมาตรการให้กรอกผล: เพิ่ม {plan_year} ที่ years ใน content/site.yaml แล้วสั่ง prongsai form {plan} เพื่อกรอกแผนก่อน",
        en "{item} of {year} reports on the plan of {plan_year}, which this site does not have, so there is no measure to report on: add {plan_year} to years in content/site.yaml, and make the plan first with prongsai form {plan}",
    }
    of_another_item(file, own, typed) {
        th "{file} เป็นแบบกรอกของ {own} ไม่ใช่ {typed} ที่ระบุใน --item จึงไม่ได้เขียนอะไร: ถ้าต้องการนำเข้าที่ {own} เอา --item ออก ถ้าต้องการกรอก {typed} สั่ง prongsai form {typed} แล้วกรอกในไฟล์นั้น",
        en "{file} is a form of {own}, not of {typed} as --item says, and nothing was written: leave --item out to bring it to {own}, or make a form with prongsai form {typed}",
    }
    exists(file) {
        th "มี {file} อยู่แล้ว ไม่เขียนทับ: ระบุชื่อไฟล์อื่น",
        en "{file} exists and is not overwritten: name another file",
    }
    other_version(version) {
        th "แบบกรอกนี้เป็นรุ่น {version} ซึ่งโปรแกรมรุ่นนี้อ่านไม่ได้: สั่ง prongsai form สร้างใหม่ แล้วคัดลอกค่าที่กรอกไป",
        en "this form is of version {version}, which this program does not read: make a new one with prongsai form, and copy what was filled in",
    }
    spoilt(sheet) {
        th "แผ่น “{sheet}” ของแบบกรอกถูกลบหรือแก้จนอ่านไม่ได้: สั่ง prongsai form สร้างใหม่ แล้วคัดลอกค่าที่กรอกไป",
        en "the sheet “{sheet}” of the form cannot be read: make a new one with prongsai form, and copy what was filled in",
    }
    hidden_lines(sheet, lines) {
        th "แผ่น “{sheet}” ของแบบกรอกมีแถวหรือคอลัมน์ที่ซ่อนอยู่ ({lines}) จึงอ่านได้ไม่ครบ: ล้างตัวกรอง แล้วคลิกขวาที่หัวแถวหรือหัวคอลัมน์ เลือก ยกเลิกการซ่อน (Unhide) บันทึกแล้วสั่งใหม่",
        en "rows or columns of the sheet “{sheet}” are hidden ({lines}), so that not all of the form can be read: clear the filter, choose Unhide at the heads of rows and columns, save, and try again",
    }
    page_gone(page) {
        th "หน้า {page} ที่ใช้ทำแบบกรอกนี้ไม่มีแล้ว ไม่ได้เขียนอะไร",
        en "the page {page} that this form was made of is gone; nothing was written",
    }
    not_safe(page) {
        th "แก้หน้า {page} ตามแบบกรอกให้ตรงทุกช่องไม่ได้ จึงไม่ได้เขียนอะไร: แก้ในไฟล์ของหน้าเอง",
        en "the page {page} could not be edited so that it says exactly what the form says, and nothing was written: edit its file yourself",
    }
    not_a_month(text) {
        th "“{text}” ไม่ใช่เดือนและปี พ.ศ. สี่หลัก เช่น ต.ค. 2565 จึงไม่ได้เขียน",
        en "“{text}” is no month with a year of four digits; not written",
    }
    not_a_number(text) {
        th "“{text}” ไม่ใช่ตัวเลขคั่นด้วยจุลภาค จึงไม่ได้เขียน",
        en "“{text}” is no list of numbers; not written",
    }
    not_an_item(text) {
        th "“{text}” ไม่ใช่รหัสข้อ เช่น O42 จึงไม่ได้เขียน",
        en "“{text}” has no codes of items, such as O42; not written",
    }
    not_a_choice(text) {
        th "“{text}” ไม่อยู่ในรายการให้เลือก จึงไม่ได้เขียน",
        en "“{text}” is not in the list to choose from; not written",
    }
    conflict(ours, base, theirs) {
        th "แบบกรอกเขียน “{ours}” แทน “{base}” แต่หน้าถูกแก้เป็น “{theirs}” แล้ว จึงคงของหน้าไว้",
        en "the form says “{ours}” for “{base}”, but the page has been changed to “{theirs}”, which was kept",
    }
    changed_meanwhile(base, theirs) {
        th "หน้าถูกแก้จาก “{base}” เป็น “{theirs}” หลังทำแบบกรอก คงของหน้าไว้",
        en "the page has been changed from “{base}” to “{theirs}” since the form was made; kept",
    }
    row_gone(ids) {
        th "แถว {ids} ไม่มีในหน้าแล้ว สิ่งที่แก้ในแถวนี้จึงไม่ได้เขียน",
        en "the row {ids} is no longer on the page; what was changed in it was not written",
    }
    row_missing(ids) {
        th "ไม่มีแถว {ids} ในแบบกรอก หน้ายังคงไว้: ถ้าต้องการลบ ลบในไฟล์ของหน้า",
        en "the row {ids} is missing from the form; the page keeps it: to delete it, delete it in the file of the page",
    }
    row_emptied(ids) {
        th "แถว {ids} ถูกลบข้อความทั้งแถว หน้ายังคงไว้: ถ้าต้องการลบ ลบในไฟล์ของหน้า",
        en "the row {ids} was emptied; the page keeps it: to delete it, delete it in the file of the page",
    }
    read_only(text) {
        th "“{text}” อยู่ในช่องที่แก้ที่นี่ไม่ได้ จึงไม่ได้เขียน",
        en "“{text}” is in a cell that is not changed here; not written",
    }
    no_measure(heading) {
        th "แถวใหม่ไม่มีรหัสมาตรการ จึงไม่ได้เขียน: เลือกรหัสในช่อง “{heading}” ของแถวนั้น แล้วนำเข้าใหม่",
        en "a new row has no measure id and was not written: choose one in its cell “{heading}”, and import the form again",
    }
    no_measure_of_plan(plan) {
        th "แถวใหม่ไม่มีรหัสมาตรการ จึงไม่ได้เขียน และเว็บยังไม่มีแผนให้เลือกมาตรการ: สั่ง prongsai form {plan} เพื่อกรอกแผนก่อน แล้วทำแบบกรอกนี้ใหม่",
        en "a new row has no measure id and was not written, and this site has no plan to choose from: make it first with prongsai form {plan}, then make this form anew",
    }
    formula(text) {
        th "ช่องนี้เป็นสูตร “{text}” ซึ่งไฟล์ไม่มีผลลัพธ์ที่อ่านได้ ค่าในหน้าจึงคงเดิม: เปิดไฟล์ใน Excel ให้คำนวณแล้วบันทึก หรือพิมพ์ข้อความแทนสูตร แล้วนำเข้าใหม่",
        en "the cell is the formula “{text}”, whose result the file does not have, so the page keeps its value: open the file in Excel and save it, or type a text instead, and import it again",
    }
    other_title(text, before, id) {
        th "เพิ่ม “{text}” เป็นมาตรการใหม่ แต่หน้ามี “{before}” ({id}) ที่มาจากแบบกรอกนี้อยู่แล้ว: ถ้าเป็นมาตรการเดียวกันที่แก้ชื่อ ลบ {id} ในไฟล์ของหน้า แล้วทำแบบกรอกใหม่ก่อนแก้ครั้งต่อไป",
        en "“{text}” was added as a new measure, but the page already has “{before}” ({id}) from this form: if it is the same one with a corrected title, delete {id} in the file of the page, and make a new form before the next correction",
    }
    no_base(base) {
        th "แบบกรอกนี้ไม่มีแผ่น “{base}” (ถูกลบหรือซ่อนไว้ หรือคัดลอกมาเฉพาะบางแผ่น) จึงไม่รู้ว่าเป็นของหน้าใดและแก้ช่องใดบ้าง: ยกเลิกการซ่อนแผ่นนั้น หรือสั่ง prongsai form ปี/ข้อ สร้างใหม่ แล้วคัดลอกค่าที่กรอกไป",
        en "this form has no sheet “{base}” (deleted, hidden, or not copied with the rest), so that its page and what was changed are not known: unhide it, or make a new form with prongsai form YEAR/ITEM, and copy what was filled in",
    }
    id_taken(text, id) {
        th "แถวใหม่ใช้รหัส “{text}” ซึ่งมีแถวอื่นใช้แล้วหรือใช้เป็นรหัสไม่ได้ จึงเพิ่มเป็น {id}: ถ้าตั้งใจแก้แถวเดิม ลบ {id} ในไฟล์ของหน้า แล้วแก้ที่แถวเดิมในแบบกรอก",
        en "a new row has the id “{text}”, which another row has or which is none, and was added as {id}: if the other row was meant, delete {id} in the file of the page, and change that row",
    }
    comment(text) {
        th "ข้อคิดเห็น ไม่ได้เขียนลงหน้า: “{text}” ถ้าต้องการให้อยู่ในหน้า พิมพ์ในช่องของตาราง",
        en "a comment was not written to the page: “{text}”; what is meant for the page belongs in a cell",
    }
    struck(text) {
        th "ข้อความขีดฆ่าถือเป็นค่าของช่องตามปกติ: “{text}” ถ้าต้องการลบ ลบข้อความออกจากช่อง",
        en "struck text counts as the value of its cell: “{text}”; to delete it, delete it from the cell",
    }
    beside_table(text) {
        th "“{text}” อยู่นอกตารางของแบบกรอก จึงไม่ได้เขียน: ย้ายไปไว้ในช่องของตาราง แล้วนำเข้าใหม่",
        en "“{text}” is outside the table of the form and was not written: move it to a cell of the table, and import again",
    }
    other_sheet(sheet, text) {
        th "แผ่น “{sheet}” ไม่ใช่ของแบบกรอก จึงไม่ได้เขียน: “{text}” ย้ายไปไว้ในช่องของตาราง แล้วนำเข้าใหม่",
        en "the sheet “{sheet}” is not part of the form and was not written: “{text}”; move it to a cell of a table, and import again",
    }
    column_missing(heading) {
        th "ไม่มีช่อง “{heading}” ในแบบกรอก ค่าในหน้าคงเดิม",
        en "the form has no column “{heading}” any more; the page keeps its values",
    }
    sheet_missing(sheet) {
        th "ไม่มีแผ่น “{sheet}” ในแบบกรอก ค่าในหน้าคงเดิม",
        en "the form has no sheet “{sheet}” any more; the page keeps its values",
    }
    not_editable(text) {
        th "เขียน “{text}” ในหน้าไม่ได้เพราะรูปแบบของไฟล์ตรงนั้น: แก้ในไฟล์ของหน้าเอง",
        en "“{text}” cannot be written into the page because of how its file is written there: edit the file yourself",
    }
}
