//! Help texts and headings of `--help`.

sentences! {
    program {
        th "เว็บไซต์เปิดเผยข้อมูล OIT ของหน่วยงานของรัฐ: เขียนเป็น Markdown ตรวจความครบถ้วน แล้วสร้างเป็นเว็บ",
        en "Builds the site on which a Thai public body publishes its OIT evidence",
    }

    /// Headings.
    usage_heading {
        th "วิธีใช้:",
        en "Usage:",
    }
    commands_heading {
        th "คำสั่ง",
        en "Commands",
    }
    arguments_heading {
        th "สิ่งที่ต้องระบุ",
        en "Arguments",
    }
    options_heading {
        th "ตัวเลือก",
        en "Options",
    }
    common_heading {
        th "ตัวเลือกของทุกคำสั่ง",
        en "Options of every command",
    }
    /// Placeholders in the usage line.
    options_place {
        th "ตัวเลือก",
        en "OPTIONS",
    }
    command_place {
        th "คำสั่ง",
        en "COMMAND",
    }
    default_value(value) {
        th " [ถ้าไม่ระบุ: {value}]",
        en " [default: {value}]",
    }

    /// Commands.
    new {
        th "เริ่มเว็บ ปี หรือหน้าใหม่ ให้กรอก",
        en "Begin a site, a year or a page, to be filled in",
    }
    new_site {
        th "เริ่มเว็บใหม่: ถามชื่อหน่วยงานและที่อยู่เว็บ หรือรับจากตัวเลือก",
        en "Begin a site: asks for the body and the address, or takes them from options",
    }
    new_year {
        th "เริ่มปีใหม่ตามหน้าของปีก่อน เรื่องเดียวกันแม้เลขข้อเปลี่ยน เอามาเฉพาะโครง",
        en "Begin a year after an earlier one: the structure of its pages, by subject",
    }
    new_item {
        th "เริ่มหน้าของข้อที่ระบุ ให้มีช่องและหัวเรื่องครบตามรายการตรวจ",
        en "Begin the pages of items with the fields and headings that its checklist asks for",
    }
    new_page {
        th "เริ่มหน้าทั่วไป",
        en "Begin an ordinary page",
    }
    build {
        th "สร้างเว็บจาก content ลงใน public",
        en "Build the site",
    }
    serve {
        th "ดูตัวอย่างขณะเขียน หน้าเว็บเปลี่ยนตามไฟล์เอง",
        en "Preview that follows the files",
    }
    publish {
        th "เผยแพร่: ตรวจ สร้าง ล็อกที่อยู่ และจดประวัติ",
        en "Build, lock every URL, log what changed",
    }
    verify {
        th "ตรวจว่าสำเนาตรงกับที่เผยแพร่ไว้",
        en "Whether a copy is what was published",
    }
    import {
        th "ทำหน้าจากตารางมาตรการหรือผลการดำเนินการใน Word, Excel, CSV หรือข้อความ",
        en "Make pages of the tables of measures and progress in Word, Excel, CSV or text files",
    }
    import_files {
        th "ไฟล์ .docx .xlsx .xls .ods .csv .txt",
        en "Files: .docx .xlsx .xls .ods .csv .txt",
    }
    import_item {
        th "ปีและข้อของหน้า เช่น 2566/o42 [ถ้าไม่ระบุ: ตามที่เอกสารบอก]",
        en "Year and item of the page, such as 2566/o42 [default: as the document says]",
    }
    form {
        th "ทำแบบกรอก Excel ของมาตรการหรือผลการดำเนินการ กรอกแล้วนำกลับเข้าหน้าด้วย prongsai import",
        en "Make an Excel form for measures or progress; prongsai import takes it back into the page",
    }
    form_item {
        th "ปีและข้อ เช่น 2566/o43",
        en "Year and item, such as 2566/o43",
    }
    form_file {
        th "ไฟล์ที่จะเขียน [ถ้าไม่ระบุ: 2566-o43.xlsx ในโฟลเดอร์ปัจจุบัน]",
        en "File to write [default: 2566-o43.xlsx in the current folder]",
    }
    import_format {
        th "รูปแบบของรายการข้อสงสัย: human สำหรับคน, json สำหรับโปรแกรม",
        en "Form of the list of doubts: human for people, json for programs",
    }
    check {
        th "ตรวจเนื้อหาโดยไม่สร้างเว็บ",
        en "Check the content",
    }
    move_page {
        th "ย้ายหรือเปลี่ยนชื่อหน้า โฟลเดอร์ ไฟล์แนบ: จดที่อยู่เดิมและแก้ลิงก์ให้",
        en "Rename a page, folder or attachment, keep its old address alive, mend the links",
    }
    convert {
        th "แปลงไฟล์ windows-874 เป็น UTF-8",
        en "Convert a file to UTF-8",
    }
    due {
        th "สิ่งที่ยังต้องทำ แยกตามหน่วยงาน เรียงตามคะแนน และกำหนดส่ง",
        en "What is still to be done, by unit and by worth, and until when",
    }
    due_year {
        th "ปีงบประมาณ (พ.ศ.) [ถ้าไม่ระบุ: ปีล่าสุดของเว็บ]",
        en "Fiscal year (Buddhist era) [default: the newest of the site]",
    }
    due_format {
        th "รูปแบบ: human สำหรับคน, json สำหรับโปรแกรม, ics สำหรับปฏิทิน",
        en "Form: human for people, json for programs, ics for calendars",
    }
    search {
        th "ค้นหาในหน้าและไฟล์ของเว็บ ได้คำตอบเดียวกับหน้าค้นหา",
        en "Search pages and files of the site, with the answers of its search page",
    }
    search_query {
        th "คำที่หน้าต้องมีทุกคำ; \"…\" คือข้อความที่ติดกัน",
        en "Words that a page must have, all of them; \"…\" is a phrase",
    }
    search_year {
        th "เฉพาะหน้าของปีงบประมาณนี้ (พ.ศ.)",
        en "Only pages of this fiscal year (Buddhist era)",
    }
    search_item {
        th "เฉพาะหน้าของข้อนี้ เช่น O25",
        en "Only pages of this item, such as O25",
    }
    search_unit {
        th "เฉพาะหน้าที่มีหน่วยงานนี้รับผิดชอบ",
        en "Only pages for which this unit is responsible",
    }
    search_json {
        th "คำตอบทั้งหมดเป็น JSON สำหรับโปรแกรม",
        en "All answers as JSON, for programs",
    }
    sheet {
        th "แบบกรอกระบบประเมิน: ข้อ คำตอบ ลิงก์ คำอธิบาย",
        en "The sheet to type into the assessment system",
    }
    explain {
        th "คู่มือ และคำอธิบายรหัสปัญหา",
        en "The manual, and what a code means",
    }
    schema {
        th "JSON Schema ของหน้า site.yaml assessments.yaml และรายการข้อ สำหรับโปรแกรมแก้ไขข้อความ",
        en "JSON Schema of pages, site.yaml, assessments.yaml and checklists, for editors",
    }
    score {
        th "คะแนน: ตรวจ คาดการณ์ หรือแยกเป็นจำนวนข้อที่ผ่าน",
        en "Scores: check, forecast, invert",
    }
    score_check {
        th "ตรวจคะแนนที่เผยแพร่ของทุกปี",
        en "Check the published results of every year",
    }
    score_forecast {
        th "คาดการณ์คะแนน OIT จากข้อที่มีอยู่",
        en "Forecast the OIT score from what is filed",
    }
    score_invert {
        th "หาจำนวนข้อที่ผ่านจากคะแนนที่ประกาศ",
        en "From a published score to counts of passed items",
    }
    help {
        th "แสดงวิธีใช้ของคำสั่ง",
        en "Print the help of a command",
    }

    /// Options of every command.
    root {
        th "โฟลเดอร์ของเว็บ [ถ้าไม่ระบุ: โฟลเดอร์นี้หรือโฟลเดอร์เหนือขึ้นไปที่มี content/site.yaml]",
        en "Folder of the site [default: the nearest upwards with content/site.yaml]",
    }
    lang {
        th "ภาษาของข้อความ th (ไทย) หรือ en (อังกฤษ) [ถ้าไม่ระบุ: ภาษาแรกใน site.yaml หรือ th]",
        en "Language of messages: th (Thai) or en (English) [default: of site.yaml, else th]",
    }
    color {
        th "สี: auto เฉพาะบนหน้าจอ, always ทุกครั้ง, never ไม่ใช้",
        en "Colours: auto on a terminal, always, never",
    }
    quiet {
        th "แสดงเฉพาะปัญหา",
        en "Print problems only",
    }
    help_option {
        th "แสดงวิธีใช้นี้",
        en "Print this help",
    }
    version {
        th "แสดงรุ่นของโปรแกรม",
        en "Print the version",
    }

    /// Options of several commands.
    out_folder {
        th "โฟลเดอร์ปลายทาง [ถ้าไม่ระบุ: public ในโฟลเดอร์ของเว็บ]",
        en "Output folder [default: public, in the folder of the site]",
    }
    out_file {
        th "เขียนผลลงไฟล์นี้แทนการแสดงบนจอ (ใน PowerShell ใช้ตัวเลือกนี้แทน >)",
        en "Write the result into this file (in PowerShell instead of >)",
    }
    base_url {
        th "ที่อยู่ของเว็บ แทนค่าใน site.yaml",
        en "Address of the site instead of that in site.yaml",
    }
    drafts {
        th "รวมฉบับร่าง",
        en "With drafts",
    }
    strict {
        th "นับคำเตือนเป็นข้อผิดพลาด",
        en "Count warnings as errors",
    }
    today {
        th "วันที่ถือเป็นวันนี้",
        en "The day taken for today",
    }
    answer_format {
        th "รูปแบบของผล: human สำหรับคนอ่าน, json สำหรับโปรแกรม",
        en "Form of the answer: human for people, json for programs",
    }
    year {
        th "ปีงบประมาณ พ.ศ.",
        en "Fiscal year (Buddhist era)",
    }

    /// Options of one command.
    new_site_dir {
        th "โฟลเดอร์ของเว็บ ต้องว่างหรือยังไม่มี จุด (.) คือโฟลเดอร์นี้",
        en "Folder of the site, empty or not there yet; a dot (.) is this one",
    }
    new_site_name {
        th "ชื่อเต็มของหน่วยงาน",
        en "Full name of the body",
    }
    new_site_type {
        th "ประเภทของหน่วยงาน เช่น เทศบาลตำบล หรือคำย่อ เช่น อบต.",
        en "What kind of body it is, in Thai, in full or as its abbreviation",
    }
    new_site_district {
        th "อำเภอ",
        en "District",
    }
    new_site_province {
        th "จังหวัด",
        en "Province",
    }
    new_site_unit {
        th "ส่วนราชการในหน่วยงาน ใส่ซ้ำได้ ครั้งละหนึ่งชื่อ",
        en "A division of the body; once for each",
    }
    new_site_base_url {
        th "ที่อยู่เต็มของเว็บที่จะเผยแพร่ เริ่มด้วย https://",
        en "Full address that the site will have, with https://",
    }
    new_site_year {
        th "ปีงบประมาณ พ.ศ. ใส่ซ้ำได้ [ถ้าไม่ระบุ: ปีล่าสุดที่มีรายการตรวจ]",
        en "A fiscal year (Buddhist era); once for each [default: the newest with a checklist]",
    }
    new_year_from {
        th "ปีงบประมาณที่เอาโครงมา",
        en "The fiscal year whose pages it follows",
    }
    new_item_code {
        th "รหัสข้อ เช่น O25 ใส่ได้หลายข้อ",
        en "Codes of one or more items, such as O25",
    }
    new_page_name {
        th "ชื่อหน้า เป็นส่วนหนึ่งของที่อยู่ ใช้ a-z 0-9 และ - เช่น contact",
        en "Name of the page, part of its address: a-z, 0-9 and -, such as contact",
    }
    build_timings {
        th "แสดงเวลาของแต่ละขั้นตอน: human สำหรับคนอ่าน (ถ้าไม่ระบุ), json บรรทัดเดียวบนเอาต์พุตมาตรฐาน",
        en "What each stage took: human (the default) for people, json one line on standard output",
    }
    serve_port {
        th "พอร์ต; 0 คือพอร์ตใดก็ได้ที่ว่าง [ถ้าไม่ระบุ: 8000 หรือพอร์ตถัดไปที่ว่าง]",
        en "Port; 0 for any free one [default: 8000 or the next free one]",
    }
    serve_open {
        th "เปิดเบราว์เซอร์ให้",
        en "Open the browser",
    }
    serve_poll {
        th "ไล่ดูไฟล์เองทุกครึ่งวินาที สำหรับไดรฟ์เครือข่าย OneDrive WSL",
        en "Look at the files every half second, for network drives",
    }
    publish_note {
        th "เหตุผลของการเปลี่ยน แสดงในประวัติการเผยแพร่",
        en "Why, for the publication history",
    }
    publish_restore {
        th "ไม่เผยแพร่ แต่นำ urls.lock และ history.yaml ที่หายหรือเก่ากลับมาจากเว็บที่เผยแพร่ไว้ [ถ้าไม่ระบุที่มา: โฟลเดอร์ปลายทาง]",
        en "Publish nothing; take lost records back from a published copy [default: the output folder]",
    }
    publish_pack {
        th "ไม่เผยแพร่ แต่รวมหลักฐานของหน้าที่เผยแพร่แล้ว (2566/o42) หรือทั้งปี (2566) เป็นไฟล์ ZIP",
        en "Publish nothing; pack the evidence of a published page (2566/o42) or of a year (2566)",
    }
    verify_copy {
        th "โฟลเดอร์ ที่อยู่เว็บ หรือไฟล์ .zip ของ publish --pack",
        en "Folder, address, or pack",
    }
    verify_signers {
        th "รายชื่อพยานที่เชื่อถือ (allowed_signers ของ OpenSSH) ลายมือชื่อของผู้อื่นนับเป็นปัญหา",
        en "The witnesses that you trust (allowed_signers of OpenSSH); any other is a problem",
    }
    verify_statement {
        th "พิมพ์เฉพาะบรรทัดที่พยานลงนาม ถ้าสำเนาตรง",
        en "Print the line for a witness to sign, if the copy is as published",
    }
    verify_timeout {
        th "รอแต่ละไฟล์กี่วินาที นอกเหนือจากเวลาตามขนาด",
        en "Seconds to wait for each file, beside what its size takes",
    }
    check_format {
        th "รูปแบบรายงาน: human แสดงบรรทัดที่ผิด, short แห่งละหนึ่งบรรทัด, json สำหรับโปรแกรม, sarif สำหรับระบบตรวจโค้ด",
        en "Form of the report: human with the line of the source, short one line each, json for programs, sarif for code hosts and editors",
    }
    check_external {
        th "ตรวจลิงก์ไปเว็บไซต์อื่นด้วย (ต้องต่ออินเทอร์เน็ต)",
        en "Ask for links to other sites, over the network",
    }
    check_timeout {
        th "รอคำตอบของแต่ละลิงก์กี่วินาที",
        en "Seconds to wait for the answer of each link",
    }
    move_old {
        th "ไฟล์ โฟลเดอร์ หรือที่อยู่เดิม เช่น content/pages/contact.md หรือ /contact/",
        en "The file, folder or address as it is, such as content/pages/contact.md or /contact/",
    }
    move_new {
        th "ชื่อหรือที่อยู่ใหม่",
        en "Its new name or address",
    }
    move_yes {
        th "ย้ายโดยไม่ถาม",
        en "Do not ask",
    }
    convert_files {
        th "ไฟล์ข้อความ",
        en "Text files",
    }
    sheet_format {
        th "รูปแบบ: xlsx (Excel), csv ตารางข้อความ, json สำหรับโปรแกรม, md (Markdown)",
        en "Form: xlsx (Excel), csv, json for programs, md (Markdown)",
    }
    sheet_out {
        th "ไฟล์ปลายทาง [ถ้าไม่ระบุ: oit-YEAR.xlsx ในโฟลเดอร์นี้ รูปแบบอื่นแสดงบนจอ]",
        en "File to write [default: oit-YEAR.xlsx here; the other forms go to standard output]",
    }
    explain_topic {
        th "หน้าคู่มือหรือรหัส เช่น hosts, unknown-item, P19 หรือ fields ไม่ใส่เพื่อดูทั้งหมด",
        en "A page of the manual, a code or an entry, such as hosts, unknown-item, P19; or fields; none for the list of all",
    }
    explain_name {
        th "หลัง fields: ชื่อช่อง เช่น measures.period",
        en "After fields: a field, such as measures.period",
    }
    schema_kind {
        th "ชนิดของไฟล์: page, site, assessments หรือ catalogue ไม่ใส่เพื่อรวมทุกชนิดไว้ด้วยกัน",
        en "Kind of file: page, site, assessments or catalogue; none for all of them in one schema",
    }
    invert_indicator {
        th "เลขตัวชี้วัด OIT",
        en "Number of an indicator of the checklist",
    }
    invert_value {
        th "คะแนนที่ประกาศ เช่น 28.28",
        en "The published score, such as 28.28",
    }
    help_command {
        th "คำสั่งที่อยากรู้วิธีใช้",
        en "The command to explain",
    }
}
