"""Tables of an office that hold many digits and no personal number: whatever is found in them is a false finding. A random
number with a fixed seed decides on each."""

from page import Page, Paragraph, Table
from planted import check_digit

WORKS = ["ก่อสร้างถนน คสล.", "ปรับปรุงระบบประปา", "จัดซื้อครุภัณฑ์สำนักงาน", "อุดหนุนโรงเรียน", "ป้องกันโรคไข้เลือดออก", "เบี้ยยังชีพผู้สูงอายุ"]
MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
ROWS = 40


def amount(random, most=9):
    """One to `most` digits, as offices type them: with commas, without, with satang."""
    value = random.randrange(10 ** random.randint(0, most - 1), 10 ** random.randint(1, most) + 10 ** (most - 1))
    return random.choice([f"{value:,}", str(value), f"{value:,}.00"])


def work(random):
    return f"{random.choice(WORKS)} หมู่ที่ {random.randint(1, 20)}"


def code(random, first, count):
    """A code in one cell; thirteen digits of a right check digit would be an identity number for everybody."""
    text = first + "".join(random.choice("0123456789") for _ in range(count - len(first)))
    if count == 13 and check_digit(text[:12]) == text[12]:
        text = text[:12] + str((int(text[12]) + 1) % 10)
    return text


def budget(random):
    years = [str(2566 + at) for at in range(4)]
    rows = [["ที่", "โครงการ", *years]]
    rows += [[str(at), work(random), *(amount(random) for _ in years)] for at in range(1, ROWS + 1)]
    return Table([12, 55, 28, 28, 28, 28], rows)


def bare_budget(random):
    """Amounts without commas, as pasted from a spreadsheet."""
    rows = [["ที่", "รหัส", "ตั้งไว้", "จ่ายจริง", "คงเหลือ"]]
    bare = lambda: str(random.randrange(10 ** random.randint(1, 7)))
    rows += [[str(at), code(random, "5", random.choice([4, 5, 6, 7])), bare(), bare(), bare()] for at in range(1, ROWS + 1)]
    return Table([12, 30, 35, 35, 35], rows)


def across(random):
    """Each row has thirteen digits of a right check digit, but in several cells."""
    rows = [["ที่", "รหัสโครงการ", "งบประมาณ", "เบิกจ่าย", "หมายเหตุ"]]
    for at in range(1, ROWS + 1):
        body = str(at) + "".join(random.choice("123456789") for _ in range(12 - len(str(at))))
        digits = body + check_digit(body)
        start, cuts = len(str(at)), random.randint(1, 3)
        ends = sorted(random.sample(range(start + 2, 12), cuts))
        cells = [digits[a:b] for a, b in zip([start, *ends], [*ends, 13])]
        rows.append([str(at), *cells, *[""] * (4 - len(cells))])
    return Table([12, 40, 35, 35, 30], rows)


def procurement(random):
    """Numbers of e-GP: projects of 11 digits, contracts of 12, and 13 of other systems."""
    rows = [["ที่", "เลขที่โครงการ", "เลขคุมสัญญา", "รหัสระบบ", "วงเงิน"]]
    for at in range(1, ROWS + 1):
        year = random.choice(["65", "66", "67"])
        rows.append([str(at), code(random, year + "0", 11), code(random, year + "01", 12), code(random, "1", 13), amount(random, 7)])
    return Table([12, 40, 40, 42, 35], rows)


def ledger(random):
    """Account codes of GFMIS: ten digits; fund codes of seven."""
    rows = [["รหัสบัญชี", "รายการ", "แหล่งเงิน", "เดบิต", "เครดิต"]]
    rows += [[code(random, "5101", 10), work(random), code(random, "66", 7), amount(random, 8), amount(random, 8)] for _ in range(ROWS)]
    return Table([32, 55, 25, 30, 30], rows)


def statement(random):
    """A bank statement; the account stands above the table, which is a true finding of an account."""
    rows = [["วันที่", "รายการ", "เลขที่เช็ค", "ถอน", "ฝาก", "คงเหลือ"]]
    for at in range(1, ROWS + 1):
        day = f"{at % 28 + 1:02}/{random.randint(1, 12):02}/{random.choice([2566, 66])}"
        rows.append([day, random.choice(["ถอน", "โอน", "ฝาก"]), code(random, "1", 8), amount(random, 6), amount(random, 6), amount(random, 8)])
    return Table([26, 20, 28, 30, 30, 34], rows)


def months(random):
    """A year of counts and their total: thirteen numbers, most of one digit."""
    rows = [["งาน", *MONTHS, "รวม"]]
    for _ in range(ROWS):
        counts = [random.choice([0, 0, 1, 2, random.randint(0, 9)]) for _ in MONTHS]
        rows.append([random.choice(["ร้องเรียน", "ขอข้อมูล", "ชมเชย"]), *map(str, counts), str(sum(counts))])
    return Table([28, *[11] * 12, 14], rows)


def scores(random):
    """Marks of a questionnaire, one digit to a question."""
    questions = random.randint(5, 14)
    rows = [["ชุดที่", *map(str, range(1, questions + 1))]]
    rows += [[str(at), *(str(random.randint(1, 5)) for _ in range(questions))] for at in range(1, ROWS + 1)]
    return Table([16, *[11] * questions], rows)


def by_month(random):
    """Months as two digits beside amounts of four: 08, 1200, 3400 is no mobile number."""
    bare = lambda: str(random.randint(1000, 9999))
    rows = [["เดือน", "รับ", "จ่าย", "ปี"]]
    rows += [[f"{at % 12 + 1:02}", bare(), bare(), str(random.choice([2565, 2566]))] for at in range(ROWS)]
    return Table([20, 30, 30, 20], rows)


def telephones(random):
    """Telephones of offices: numbers of nine digits, some with an extension."""
    rows = [["หน่วยงาน", "โทรศัพท์", "โทรสาร", "เลขที่หนังสือ"]]
    for _ in range(ROWS):
        four = lambda: str(random.randint(1000, 9999))
        phone = random.choice([f"02-{random.randint(100, 999)}-{four()}", f"0 77{random.randint(10, 99)} {four()}", f"0-44{random.randint(10, 99)}-{four()} ต่อ {random.randint(1, 99)}"])
        rows.append([random.choice(["กองคลัง", "กองช่าง", "สำนักปลัด"]), phone, f"02-{random.randint(100, 999)}-{four()}", f"มท {random.randint(800, 899):04}.{random.randint(1, 9)}/ว {four()}"])
    return Table([30, 45, 35, 45], rows)


SHAPES = [budget, bare_budget, across, procurement, ledger, statement, months, scores, by_month, telephones]


def table_page(random):
    """A page with a table of one shape, and the codes that are true findings of it."""
    shape = random.choice(SHAPES)
    blocks = [Paragraph(f"รายงาน ประจำปีงบประมาณ พ.ศ. {random.randint(2565, 2569)}", True)]
    if shape is statement:
        blocks.append(Paragraph(f"บัญชีเงินฝาก เลขที่ {code(random, '3', 3)}-{code(random, '', 1)}-{code(random, '', 5)}-{code(random, '', 1)}"))
    page = Page(title="รายงาน", blocks=[*blocks, shape(random)])
    return shape.__name__, page, {"private-data"} if shape is statement else set()
