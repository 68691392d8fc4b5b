//! Reasons why a signature is invalid.

sentences! {
    form {
        th "ไม่ใช่ลายมือชื่อของ OpenSSH",
        en "it is none of OpenSSH",
    }
    namespace(other) {
        th "ทำไว้เพื่อการอื่น ({other})",
        en "it was made for another purpose ({other})",
    }
    kind(kind) {
        th "กุญแจชนิด {kind} ตรวจที่นี่ไม่ได้ ให้ใช้ ssh-keygen",
        en "a key of the kind {kind} cannot be checked here; use ssh-keygen",
    }
    otherwise {
        th "ลงนามข้อความอื่น หรือถูกแก้ไข",
        en "something else was signed, or it was altered",
    }
    no_publication(count) {
        th "ประวัติมีการเผยแพร่เพียง {count} ครั้ง",
        en "the history has {count} publications only",
    }
    stranger(key) {
        th "กุญแจ {key} ไม่อยู่ในรายชื่อผู้ที่เชื่อถือ",
        en "the key {key} is none of those in the list of signers",
    }
}
