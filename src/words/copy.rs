//! Differences between a copy and the published site.

sentences! {
    manifest_refused(reason) {
        th "ไม่เชื่อ manifest.json: {reason}",
        en "manifest.json is refused: {reason}",
    }
    file_unread(path, why) {
        th "อ่าน {path} ไม่ได้: {why}",
        en "cannot read {path}: {why}",
    }
    gave_up(left) {
        th "อ่านไม่ได้หลายไฟล์ จึงหยุด ยังไม่ได้ตรวจ {left} ไฟล์",
        en "too many files cannot be read; {left} were not asked for",
    }
    not_a_file(path) {
        th "{path} เป็นลิงก์หรือไฟล์พิเศษ จึงไม่อ่าน",
        en "{path} is a link or special file and is not read",
    }
    checksums_differ(paths) {
        th "manifest-sha256.txt กับ manifest.json ไม่ตรงกันที่ {paths}",
        en "manifest-sha256.txt and manifest.json do not agree on {paths}",
    }
    other_checksums(lines) {
        th "manifest-sha256.txt ไม่ใช่ของ manifest.json ที่อยู่คู่กัน (ต่างกัน {lines}): เป็นไฟล์ของการเผยแพร่ครั้งอื่น หรือถูกแก้ อัปโหลดทั้ง manifest.json \
           และ manifest-sha256.txt ใหม่",
        en "manifest-sha256.txt does not belong to the manifest.json beside it ({lines} in it): it is of another publication, mostly an older one, \
           or was changed. Upload both manifests (manifest.json and manifest-sha256.txt) again",
    }
    signed_by_stranger(path, key) {
        th "{path} ลงนามด้วยกุญแจ {key} ซึ่งไม่อยู่ในรายชื่อพยานที่เชื่อถือ",
        en "{path} is signed by the key {key}, which is none of your signers",
    }
    signature_fails(path, why) {
        th "ลายมือชื่อ {path} ใช้ไม่ได้: {why}",
        en "the signature {path} does not hold: {why}",
    }
    checksum_form {
        th "manifest-sha256.txt ถูกแก้รูปแบบหรือลำดับบรรทัด",
        en "the lines of manifest-sha256.txt were written or ordered anew",
    }
    no_history {
        th "manifest.json บอกว่าเคยเผยแพร่ แต่ไม่มี history/history.yaml",
        en "manifest.json tells of publications, but there is no history/history.yaml",
    }
    history_no_text {
        th "history/history.yaml ไม่ใช่ข้อความ UTF-8",
        en "history/history.yaml is no UTF-8 text",
    }
    history_mark {
        th "จำนวนครั้งหรือค่าแฮชของการเผยแพร่ครั้งสุดท้ายใน manifest.json ไม่ตรงกับ history/history.yaml",
        en "manifest.json names another number of publications, or another last one, than history/history.yaml",
    }
    old_history(publications, manifest) {
        th "history/history.yaml มี {publications} แต่ manifest.json เป็นของครั้งที่ {manifest}: history/history.yaml เป็นไฟล์เก่า อัปโหลดโฟลเดอร์ history กับไฟล์ที่ไม่ตรงหรือหายไปใหม่",
        en "history/history.yaml has {publications}, and manifest.json is of number {manifest}: history/history.yaml is older. Upload the folder history, \
           and what is changed or missing, again",
    }
    other_bytes_published(urls) {
        th "ประวัติบอกว่าที่ {urls} เผยแพร่ไว้เป็นไฟล์อื่น",
        en "the history says that other bytes were published at {urls}",
    }
    page_not_in_history(paths) {
        th "ประวัติไม่มีการเผยแพร่หน้า {paths}",
        en "the history does not know the page {paths}",
    }
    pages_not_in_history(paths) {
        th "ประวัติไม่มีการเผยแพร่หน้า {paths}",
        en "the history does not know the pages {paths}",
    }
    not_opened(address, shown) {
        th "เครื่องแม่ข่ายไม่เปิดหน้าที่ที่อยู่ /{address} ({shown}) ทั้งที่มีไฟล์ /{address}index.html: ที่อยู่ที่ส่งในระบบลงท้ายด้วย / จึงเปิดไม่ได้ ให้ผู้ดูแลเครื่องแม่ข่าย\
           เปิดใช้ index document เป็น index.html",
        en "the host does not open the page at /{address} ({shown}), although the file /{address}index.html is there: addresses as they are \
           submitted end in /. Turn on the index document index.html on the host",
    }
    and_more_names(named, more) {
        th "{named} และอีก {more} รายการ",
        en "{named} and {more} more",
    }
    transferred_as_text(files, names) {
        th "ท้ายบรรทัดเปลี่ยนไป {files} ({names}): โปรแกรม FTP ส่งแบบข้อความ (text/ASCII) ให้ตั้งโปรแกรมเป็น binary แล้วอัปโหลดไฟล์เหล่านี้ใหม่",
        en "the line ends were changed in {files} ({names}): transferred as text (ASCII). Set the FTP program to binary and upload again",
    }
    resized_too(more, names) {
        th " ไฟล์ที่ไม่ใช่ข้อความอีก {more} ไฟล์ขนาดเปลี่ยนไป น่าจะเพราะสาเหตุเดียวกัน: {names}",
        en ". Other files have another size, probably for the same reason ({more}): {names}",
    }
    shows_something_else {
        th "แสดงหน้าอื่นแทน",
        en "it shows something else",
    }
    leads_to(to) {
        th "พาไปที่ {to}",
        en "it leads to {to}",
    }
    old_manifest(manifest, log) {
        th "manifest.json เป็นไฟล์เก่าของการเผยแพร่ครั้งที่ {manifest} แต่ history/history.yaml มีถึงครั้งที่ {log}",
        en "manifest.json is older, of publication {manifest}, and history/history.yaml has {log}",
    }
    old_manifests(manifest, log) {
        th "manifest.json และ manifest-sha256.txt เป็นไฟล์เก่าของการเผยแพร่ครั้งที่ {manifest} แต่ history/history.yaml มีถึงครั้งที่ {log}",
        en "manifest.json and manifest-sha256.txt are older, of publication {manifest}, and history/history.yaml has {log}",
    }
    manifest_does_not_fit {
        th "manifest.json เก่ากว่า manifest-sha256.txt และไฟล์ในเว็บ หรือถูกแก้",
        en "manifest.json is older than manifest-sha256.txt and the files, or was changed",
    }
    upload_both_manifests {
        th ": อัปโหลดทั้ง manifest.json และ manifest-sha256.txt ใหม่ แล้วตรวจอีกครั้ง",
        en ": upload both manifests (manifest.json and manifest-sha256.txt) again, and verify again",
    }
    unjudged_files(count, names) {
        th " ก่อนนั้นยังบอกไม่ได้ว่าถูกหรือไม่ {count} ไฟล์: {names}",
        en ". Until then nobody can tell whether these are right ({count}): {names}",
    }
    too_slow {
        th "รอแล้วไม่มาภายในเวลา",
        en "it did not arrive in time",
    }
    server_packs(coding) {
        th "เครื่องแม่ข่ายบีบอัดไฟล์แบบ {coding} ทั้งที่ขอไฟล์ตามจริง (Content-Encoding: {coding}) จึงเทียบไม่ได้: ปิดการบีบอัดแบบนี้ที่เครื่องแม่ข่ายหรือ CDN",
        en "the server packs the file as {coding} although its bytes were asked for (Content-Encoding: {coding}), so it cannot be compared: switch that off at the server or CDN",
    }
    server_leads_elsewhere(to) {
        th "เครื่องแม่ข่ายพาไปที่อื่น: {to}",
        en "the server leads elsewhere: {to}",
    }
    only_built {
        th "เว็บนี้สร้างด้วย build เท่านั้น ไม่เคยเผยแพร่ด้วย publish จึงไม่มีประวัติ",
        en "this site was only built, and never published: it has no history",
    }
    nothing_there {
        th "ไม่พบโฟลเดอร์หรือไฟล์นี้",
        en "no such folder or file",
    }
    no_folder {
        th "ไม่ใช่โฟลเดอร์",
        en "it is no folder",
    }
    no_archive(reason) {
        th "ไม่ใช่ไฟล์ ZIP ({reason})",
        en "it is no ZIP file ({reason})",
    }
    no_manifest {
        th "ไม่มี manifest.json ซึ่ง prongsai วางไว้ที่ชั้นบนสุดของเว็บทุกครั้งที่สร้าง ให้ชี้ไปที่โฟลเดอร์หรือที่อยู่หน้าแรกของเว็บ และคัดลอกไฟล์นั้นขึ้นเครื่องแม่ข่ายด้วย",
        en "there is no manifest.json, which prongsai puts at the top of every site. Name the folder or address of the home page, and copy \
           that file to the server too",
    }
}
