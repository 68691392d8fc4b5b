//! Messages of `check`, and the counts and names of the severities.

sentences! {
    nothing_found(root) {
        th "ตรวจ {root} แล้ว ไม่พบปัญหา",
        en "checked {root}: nothing found",
    }
    found_in(found, files) {
        th "{found} ใน {files}",
        en "{found} in {files}",
    }
    between_counts {
        th " ",
        en ", ",
    }
    one_error {
        th "ผิด 1 แห่ง",
        en "1 error",
    }
    many_errors(count) {
        th "ผิด {count} แห่ง",
        en "{count} errors",
    }
    one_warning {
        th "เตือน 1 แห่ง",
        en "1 warning",
    }
    many_warnings(count) {
        th "เตือน {count} แห่ง",
        en "{count} warnings",
    }
    one_note {
        th "แจ้ง 1 แห่ง",
        en "1 note",
    }
    many_notes(count) {
        th "แจ้ง {count} แห่ง",
        en "{count} notes",
    }
    error {
        th "ผิด",
        en "error",
    }
    warning {
        th "เตือน",
        en "warning",
    }
    note {
        th "แจ้ง",
        en "note",
    }
    info {
        th "แจ้ง",
        en "info",
    }
    help {
        th "วิธีแก้",
        en "help",
    }
}
