//! Messages of `new`, and the comments in the files that it writes.

sentences! {
    /// Comments in files. Each line becomes a comment of its own.
    site_head {
        th "ข้อมูลของเว็บ กรอกหลังเครื่องหมาย : ช่องที่ไม่มีข้อมูลเว้นว่างไว้ได้ ข้อความหลังเครื่องหมาย # เป็นคำอธิบาย ไม่ขึ้นเว็บ\n\
            คำอธิบายยาวพร้อมตัวอย่าง: prongsai explain fields contact (หรือชื่อช่องอื่น)",
        en "The data of the site. Write behind the colon; what is not known may stay empty. What stands behind # is an explanation and is not published.\n\
            In full, with an example: prongsai explain fields contact (or any other field)",
    }
    site_others {
        th "\nช่องข้างล่างยังไม่มีผล ถ้าจะใช้ ลบเครื่องหมาย # กับช่องว่างหนึ่งช่องหน้าบรรทัด แล้วกรอก",
        en "\nThe fields below have no effect yet. To use one, delete the # and one blank at the beginning of its lines, and fill it in",
    }
    item_title(title, year) {
        th "{title} ปีงบประมาณ {year}",
        en "{title}, fiscal year {year}",
    }
    item_head(item, title, year) {
        th "ข้อ {item} {title} ปีงบประมาณ {year}",
        en "Item {item} of fiscal year {year}: {title}",
    }
    item_how {
        th "กรอกหลังเครื่องหมาย : ช่องที่ไม่มีข้อมูลเว้นว่างหรือลบทั้งบรรทัด เนื้อความเขียนใต้เส้น --- ที่สอง\n\
            ข้อความหลังเครื่องหมาย # เป็นคำอธิบาย ไม่ขึ้นเว็บ เมื่อพร้อมเผยแพร่ ลบบรรทัด draft: true แล้วสั่ง prongsai check",
        en "Write behind the colon; leave empty, or delete, what there is no data for. The text of the page stands below the second line ---.\n\
            What stands behind # is an explanation and is not published. When the page is ready, delete the line draft: true and run prongsai check",
    }
    component_required {
        th "ต้องมี",
        en "asked for",
    }
    component_advised {
        th "แนะนำ",
        en "advised",
    }
    component_by_field(rank, title, key) {
        th "{rank}: {title} → กรอกช่อง {key}",
        en "{rank}: {title} → the field {key}",
    }
    component_by_heading(rank, title, id) {
        th "{rank}: {title} → เขียนใต้หัวเรื่องที่ลงท้ายด้วย #{id}",
        en "{rank}: {title} → below the heading that ends in #{id}",
    }
    data_of(year) {
        th "ข้อนี้ใช้ข้อมูลของปีงบประมาณ {year}",
        en "this item asks for the data of fiscal year {year}",
    }
    evidence {
        th "เอกสารหลักฐาน: วางไฟล์ไว้ข้างไฟล์นี้ ลบ # กับช่องว่างหนึ่งช่องหน้าบรรทัด แล้วกรอกชื่อไฟล์หลัง file: ใส่ได้หลายรายการ",
        en "Evidence: put the file beside this one, delete the # and one blank at the beginning of the lines, and write its name behind file:; as many as needed",
    }
    several {
        th "หลายรายการเขียน [รายการแรก, รายการที่สอง]",
        en "several as [one, two]",
    }
    page_of_kind(kind) {
        th "หน้าใหม่ประเภท {kind} ทั้งหน้า",
        en "A whole new page of the kind {kind}",
    }
    check_task {
        th "ตรวจเว็บด้วย prongsai",
        en "Check the site with prongsai",
    }
    page_how {
        th "เนื้อความเขียนใต้เส้น --- ที่สอง เมื่อพร้อมเผยแพร่ ลบบรรทัด draft: true",
        en "The text of the page stands below the second line ---. When it is ready, delete the line draft: true",
    }
    list_head(year, of) {
        th "# รายการตรวจของปีงบประมาณ {year} ร่างจากรายการของปี {of} ยังไม่ได้เทียบกับคู่มือ\n\
            # เมื่อได้คู่มือการประเมินของปี {year}: แก้เลขข้อ (code) ชื่อข้อ (title) และองค์ประกอบ (components) ให้ตรงคู่มือ\n\
            # ข้อใดเทียบแล้ว เปลี่ยน attestation ของข้อนั้นเป็น own เทียบครบทุกข้อแล้ว เปลี่ยน confidence เป็น high และลบ confidence_reason\n\
            # subjects คือชื่อเรื่องข้ามปี ให้คงไว้กับเรื่องเดิมแม้เลขข้อเปลี่ยน คำอธิบายทุกช่อง: prongsai explain fields catalogue\n",
        en "# The checklist of fiscal year {year}, drawn up after that of {of}, and not compared with the handbook yet.\n\
            # When there is a handbook for {year}: correct number (code), name (title) and components of each item.\n\
            # Of an item that was compared, change attestation to own; when all are, change confidence to high and delete confidence_reason.\n\
            # subjects are the names of what an item is about: leave them with it when its number changes. All fields: prongsai explain fields catalogue\n",
    }
    list_reason(of) {
        th "ร่างจากรายการของปีงบประมาณ {of} ยังไม่ได้เทียบกับคู่มือของปีนี้",
        en "drawn up after the list of fiscal year {of}; not compared with the handbook of this year yet",
    }

    /// Questions on a terminal.
    ask_first(folder) {
        th "เริ่มเว็บใหม่ในโฟลเดอร์ {folder} ตอบแล้วกด Enter ข้อที่ไม่ทราบกด Enter ข้ามได้ ถ้ายังไม่เริ่ม กด Enter ที่คำถามแรก",
        en "a new site in {folder}: answer and press Enter; Enter alone leaves a question out, and at the first one leaves off",
    }
    ask_again {
        th "แก้คำตอบข้างต้น กด Enter ถ้าใช้คำตอบเดิม",
        en "correct the answers above; Enter keeps an answer",
    }
    ask_name {
        th "ชื่อเต็มของหน่วยงาน",
        en "full name of the body (in Thai)",
    }
    ask_type {
        th "ประเภท",
        en "kind of body (in Thai)",
    }
    ask_district {
        th "อำเภอ",
        en "district",
    }
    ask_province {
        th "จังหวัด",
        en "province",
    }
    ask_units {
        th "ส่วนราชการในหน่วยงาน คั่นด้วยจุลภาค (,)",
        en "its divisions, with commas between them",
    }
    ask_base_url {
        th "ที่อยู่เต็มของเว็บที่จะเผยแพร่ เริ่มด้วย https://",
        en "full address that the site will have, with https://",
    }
    ask_years {
        th "ปีงบประมาณ พ.ศ. คั่นด้วยจุลภาค (,)",
        en "fiscal years (Buddhist era), with commas between them",
    }
    /// What was made, and what to do next.
    written(file) {
        th "เขียนแล้ว {file}",
        en "wrote {file}",
    }
    changed(file) {
        th "แก้แล้ว {file}",
        en "changed {file}",
    }
    site_next(folder) {
        th "ต่อไป: เปิดโฟลเดอร์ {folder} แล้วสั่ง prongsai serve --open เพื่อดูเว็บ และ prongsai new item ปี ข้อ เพื่อเริ่มหน้าแรก",
        en "next, in the folder {folder}: prongsai serve --open shows the site, prongsai new item YEAR ITEM begins the first page",
    }
    item_next {
        th "ต่อไป: กรอกในไฟล์นี้ ดูหน้าได้ด้วย prongsai serve --open --drafts เมื่อพร้อมเผยแพร่ ลบบรรทัด draft: true แล้วสั่ง prongsai check",
        en "next: fill it in; prongsai serve --open --drafts shows it. When it is ready, delete its line draft: true and run prongsai check",
    }
    list_next(file, of, year) {
        th "โปรแกรมยังไม่มีรายการตรวจของปี {year} จึงร่าง {file} จากรายการของปี {of} แก้ให้ตรงคู่มือของปี {year} ก่อนกรอกหน้า วิธีแก้อยู่ต้นไฟล์นั้น",
        en "no checklist of {year} is built in, so {file} was drawn up after that of {of}: correct it from the handbook of {year} before you fill in pages; the head of that file says how",
    }
    deadlines_moved(count) {
        th "เพิ่มกำหนดส่ง {count} รายการใน content/site.yaml โดยเลื่อนวันเดิมไปตามปี ตรวจวันที่กับประกาศจริง",
        en "{count} deadline(s) moved by a year in content/site.yaml: compare the days with those that are announced",
    }
    freeze_not_moved(from, year) {
        th "ช่วงที่ห้ามแก้หน้า (freeze) ของปี {from} ไม่ได้ยกมา: เมื่อประกาศกำหนดของปี {year} แล้ว เพิ่มใน content/site.yaml",
        en "the freeze of fiscal year {from} was not moved: add that of {year} to content/site.yaml when it is announced",
    }
    without_page(from, items) {
        th "ปี {from} ไม่มีหน้าของเรื่องในข้อ {items} จึงยังไม่มีไฟล์ เริ่มได้ด้วย prongsai new item",
        en "{from} has no page about the subjects of {items}, so there is no file for them: prongsai new item begins one",
    }
    units_apart(units) {
        th "ส่วนราชการ: {units}",
        en "the divisions are: {units}",
    }
    unit_of_words(unit) {
        th "ใช้ “{unit}” เป็นชื่อของส่วนราชการเดียว ถ้าเป็นหลายส่วนราชการ แก้ที่ units ใน content/site.yaml ให้อยู่บรรทัดละหนึ่งชื่อ",
        en "“{unit}” is taken for the name of one division; if there are several, put each on a line of its own under units in content/site.yaml",
    }
    type_in_full(typed, full) {
        th "เขียนประเภท “{typed}” เป็นชื่อเต็ม {full}",
        en "the kind of body “{typed}” is written in full: {full}",
    }
    other_type(typed, known) {
        th "ใช้ประเภท “{typed}” ตามที่พิมพ์ ถ้าเป็นองค์กรปกครองส่วนท้องถิ่น เขียนอย่างใดอย่างหนึ่งนี้: {known}",
        en "the kind of body is “{typed}”, as typed; a local authority is one of these: {known}",
    }

    /// Refusals. Nothing was written.
    not_made(reason) {
        th "ยังไม่ได้เขียนไฟล์ใด: {reason}",
        en "nothing was written: {reason}",
    }
    would_be_wrong {
        th "ยังไม่ได้เขียนไฟล์ใด เพราะจะมีข้อผิดพลาดข้างต้น (ชื่อไฟล์และบรรทัดเป็นของไฟล์ที่จะเขียน) แก้แล้วสั่งใหม่",
        en "nothing was written: there would be the errors above (files and lines as they would be). Correct that and run again",
    }
    missing_options(options) {
        th "ยังขาด {options} (ถ้าสั่งในหน้าต่างคำสั่ง โปรแกรมจะถาม)",
        en "these are missing: {options} (on a terminal the program asks for them)",
    }
    left_off {
        th "ยังไม่ได้เขียนไฟล์ใด",
        en "nothing was written",
    }
    no_site {
        th "ยังไม่ได้เขียนไฟล์ใด: อ่าน content/site.yaml ไม่ได้ สั่ง prongsai check แล้วแก้ไขก่อน",
        en "nothing was written: content/site.yaml cannot be used; run prongsai check and mend it first",
    }
    bad_year(typed) {
        th "“{typed}” ไม่ใช่ปีงบประมาณ พ.ศ. เช่น 2569",
        en "“{typed}” is no fiscal year of the Buddhist era, such as 2569",
    }
    bad_item(typed) {
        th "“{typed}” ไม่ใช่รหัสข้อ เช่น O25",
        en "“{typed}” is no code of an item, such as O25",
    }
    no_folder(path) {
        th "{path} เป็นไฟล์ ไม่ใช่โฟลเดอร์ ระบุชื่อโฟลเดอร์อื่น",
        en "{path} is a file and no folder: name another one",
    }
    not_empty(path, names) {
        th "โฟลเดอร์ {path} ไม่ว่าง มี {names} อยู่แล้ว ระบุโฟลเดอร์ว่าง หรือชื่อโฟลเดอร์ที่ยังไม่มี",
        en "the folder {path} is not empty: it holds {names}. Name an empty folder, or one that is not there yet",
    }
    inside_site(root) {
        th "มีเว็บอยู่แล้วที่ {root} เริ่มหน้าใหม่ด้วย prongsai new item ในโฟลเดอร์นั้น หรือระบุโฟลเดอร์นอกเว็บ",
        en "there is a site in {root} already: begin a page there with prongsai new item, or name a folder outside it",
    }
    exists(file) {
        th "มี {file} อยู่แล้ว จึงไม่เขียนทับ เปิดไฟล์นั้นแล้วแก้ได้เลย",
        en "there is {file} already, and it is not overwritten: open that file",
    }
    year_not_published(year, known) {
        th "ปี {year} ไม่อยู่ใน years ของ content/site.yaml (มี {known}) เพิ่มปีนั้นก่อน หรือสั่ง prongsai new year {year} --from ปีก่อน",
        en "{year} is not among the years of content/site.yaml ({known}): add it, or run prongsai new year {year} --from an earlier one",
    }
    not_before(from, year) {
        th "--from ต้องเป็นปีก่อนปี {year} แต่ระบุ {from}",
        en "--from takes a year before {year}, and {from} was given",
    }
    nothing_filed(year, known) {
        th "ปี {year} ไม่มีหน้าของข้อใดให้เอาโครงมา ปีที่มีคือ {known}",
        en "{year} has no page of an item to follow; these years have: {known}",
    }
    no_earlier_pages(year) {
        th "ปี {year} ไม่มีหน้าของข้อใดให้เอาโครงมา และปีอื่นก็ยังไม่มี เพิ่มปีใหม่ใน years ของ content/site.yaml แล้วเริ่มหน้าด้วย prongsai new item",
        en "{year} has no page of an item to follow, nor has another year: add the new year to years of content/site.yaml, and begin pages with prongsai new item",
    }
    all_there(year) {
        th "ปี {year} มีหน้าของทุกเรื่องแล้ว ไม่มีอะไรต้องเขียน",
        en "{year} has a page about each of these subjects already; there is nothing to write",
    }
    address_taken(typed, address) {
        th "ที่อยู่ {address} เป็นหน้าที่โปรแกรมสร้างเอง ใช้ “{typed}” เป็นชื่อหน้าไม่ได้ ให้ตั้งชื่ออื่น",
        en "{address} is a page that the program makes, so “{typed}” cannot be the name of another: choose another name",
    }
    no_name(typed) {
        th "“{typed}” ใช้เป็นชื่อหน้าไม่ได้ ใช้ a-z 0-9 และ - เช่น contact",
        en "“{typed}” is no name of a page: use a-z, 0-9 and -, as in contact",
    }
}
