//! Usage errors.

sentences! {
    unknown_argument(argument) {
        th "ไม่รู้จัก “{argument}”",
        en "“{argument}” is not known here",
    }
    unknown_command(name) {
        th "ไม่มีคำสั่ง “{name}”",
        en "there is no command “{name}”",
    }
    /// Appended to one of the above.
    meant(suggestion) {
        th " น่าจะหมายถึง {suggestion}",
        en "; probably {suggestion} is meant",
    }
    option_of_command(option, command) {
        th " ตัวเลือก {option} เป็นของคำสั่ง {command}",
        en "; {option} is an option of {command}",
    }
    missing_arguments(arguments) {
        th "ยังขาด {arguments}",
        en "this is missing: {arguments}",
    }
    missing_command(commands) {
        th "ยังไม่ได้ระบุคำสั่ง คำสั่งที่มีคือ {commands}",
        en "a command is missing: there are {commands}",
    }
    missing_value(argument) {
        th "ต้องระบุค่าหลัง {argument}",
        en "{argument} takes a value",
    }
    invalid_value(value, argument) {
        th "ค่า “{value}” ใช้กับ {argument} ไม่ได้",
        en "“{value}” is no value of {argument}",
    }
    /// Appended to the above.
    possible_values(values) {
        th " ค่าที่ใช้ได้คือ {values}",
        en "; it takes {values}",
    }
    number_of_port {
        th " ต้องเป็นจำนวนเต็มตั้งแต่ 0 ถึง 65535",
        en "; it takes a whole number from 0 to 65535",
    }
    number_of_seconds {
        th " ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 300",
        en "; it takes a whole number from 1 to 300",
    }
    conflict(argument, other) {
        th "{argument} ใช้พร้อมกับ {other} ไม่ได้",
        en "{argument} cannot be used with {other}",
    }
    repeated(argument) {
        th "ระบุ {argument} ได้ครั้งเดียว",
        en "{argument} can be given once only",
    }
    too_few_values(argument, wanted, given) {
        th "{argument} ต้องมี {wanted} ค่า แต่ระบุไว้ {given}",
        en "{argument} takes {wanted} values, and {given} was given",
    }
    too_many_values(value, argument) {
        th "“{value}” เกินจำนวนค่าของ {argument}",
        en "“{value}” is one value too many for {argument}",
    }
    needs_equals_sign(argument) {
        th "ต้องพิมพ์เครื่องหมาย = ระหว่าง {argument} กับค่า โดยไม่เว้นวรรค",
        en "{argument} takes its value behind a sign =, without a space",
    }
    not_text {
        th "คำสั่งมีอักขระที่อ่านเป็นข้อความ UTF-8 ไม่ได้",
        en "the command line holds what is no UTF-8 text",
    }
    unclear {
        th "อ่านคำสั่งนี้ไม่ได้",
        en "this command line cannot be read",
    }
    see_help(command) {
        th "ดูวิธีใช้ทั้งหมดด้วย {command} --help",
        en "for more: {command} --help",
    }
}
