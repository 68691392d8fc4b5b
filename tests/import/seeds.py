"""The five tables of the sites s0–s4 as their papers lay them out, in the wording of the sites."""

from facts import add_entry, add_measure, printed, site_of, text_of, value_of, values
from paper import Paper, Table, cell, numbered, row, thai

IIT = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)"
EIT = "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)"
OIT = "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)"
INSTRUMENTS = {"IIT": IIT, "EIT": EIT, "OIT": OIT}


def s0():
    """Scores with one merged cell for each instrument; measures, of which the second is cut by the page."""
    front, wanted = site_of("s0")
    assessment, measures = front["assessment"], front["measures"]
    name = front["agency"]["name"]
    blocks = [
        front["title"],
        f"1.การวิเคราะห์ผลการประเมิน ITA ของ {name} ปีงบประมาณ พ.ศ. 2564",
        f"จากผลการประเมิน ITA ในปีงบประมาณ พ.ศ. 2564 ของ {name} มีผลคะแนน {assessment['total']} คะแนน อยู่ในระดับ {assessment['grade']}",
        s0_scores(assessment, wanted),
        "2) มาตรการในปีงบประมาณ พ.ศ. 2565",
        f"{front['adopted']['by']} เมื่อวันที่ 31 มกราคม 2565 เห็นชอบมาตรการดังนี้",
        s0_measures(measures, wanted),
        "สำนักงานปลัด โทรศัพท์ 0 4200 0000",
    ]
    wanted.around = [
        ["title", front["title"]],
        ["analysed_year", 2564],
        ["assessment/year", 2564],
        ["assessment/total", assessment["total"]],
        ["assessment/grade", assessment["grade"]],
        ["adopted/date", "2022-01-31"],
        ["adopted/by", front["adopted"]["by"]],
    ]
    wanted.doubts = ["two-digit-year"]
    return Paper(blocks), wanted


def s0_scores(assessment, wanted):
    rows = [row("ตัวชี้วัดของการประเมิน ITA", "ประเด็นที่ต้องแก้ไข/ปรับปรุง/รักษาระดับ")]
    for instrument in assessment["instruments"]:
        path = f"assessment/instruments/id={instrument['id']}"
        rows.append(row(cell(INSTRUMENTS[instrument["id"]], across=2)))
        for at, one in enumerate(instrument["indicators"]):
            name, score = text_of(one["name"]), f"{one['score']:.2f}"
            shown = score if one["no"] < 6 else f"....{score}....."
            line = row(f"{one['no']}. {name} {shown} คะแนน")
            if at == 0:
                line.append(cell(instrument["reading"], down=len(instrument["indicators"])))
            rows.append(line)
            wanted.add(f"{path}/indicators/no={one['no']}/score", one["score"])
        wanted.add(path, {"contains": instrument["reading"]})
    return Table(rows, 2)


S0_FOLLOWED = [
    ["รายงานที่ประชุมประจำเดือนขององค์กร ภายในเดือน เม.ย. 65"],
    ["รายงานที่ประชุมประจำเดือนขององค์กรทุกเดือน"],
    ["ส่งผลงานและเอกสารของตัวชี้วัดที่ 10 ขึ้นเปิดเผยบนเว็บไซต์"],
]


def s0_measures(measures, wanted):
    rows = [row("มาตรการ/แนวทาง", "วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล")]
    for at, (one, followed) in enumerate(zip(measures, S0_FOLLOWED)):
        unit = printed(one["responsible"]["units"][0])
        period = printed(one["period"]) if "as_written" in one["period"] else one["period"]["label"]
        steps = numbered(one["steps"])
        # The second goes on after the end of the page, in a row of its own.
        here = 2 if at == 1 else len(steps)
        rows.append(row(f"{at + 1}. {one['title']}", cell(steps[:here]), unit, period, cell(followed)))
        if here < len(steps):
            rows.append(row("", cell(steps[here:]), "", "", ""))
        add_measure(wanted, at, one, ["title", "steps", "units", "period"])
        wanted.add(f"measures/{at}", {"contains": followed[0].split(" ภายใน")[0].removesuffix("ทุกเดือน").removeprefix("รายงาน")})
    return Table(rows, 5)


S1_HEAD = [
    "ตัวชี้วัดของการประเมิน ITA",
    "(๑) ผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง",
    "(๒) ขั้นตอนหรือวิธีปฏิบัติ",
    "(๓) แนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล",
    "(๔) ระยะเวลาดำเนินการ",
    "ยังไม่ดำเนินการ",
    "อยู่ระหว่างดำเนินการ",
    "ดำเนินการแล้ว",
    "(๕) การรายงานผลการดำเนินการ",
]
S1_PERIODS = ["มี.ค. ๒๕๖๖", "มี.ค. ๒๕๖๖", "ต.ค. ๒๕๖๕ - มี.ค. ๒๕๖๖"]
S1_CADENCES = ["- รายไตรมาส", "- รอบ ๖ เดือน และรอบ ๑๒ เดือน", "- รายไตรมาส"]


def s1():
    """Nine columns, a row for each instrument over all of them, and the heads once more after the end of the page."""
    front, wanted = site_of("s1")
    rows = [row(*S1_HEAD), row(cell(IIT, across=9)), s1_row(0, front, wanted), row(*S1_HEAD), s1_row(1, front, wanted)]
    rows += [row(cell(EIT, across=9)), s1_row(2, front, wanted)]
    blocks = [
        "ความก้าวหน้าในการนำมาตรการด้านคุณธรรมและความโปร่งใส (O๔๒) ไปปฏิบัติ",
        "*****",
        "เทศบาลตำบลตัวอย่างสองนำแนวทางด้านคุณธรรมและความโปร่งใสไปปฏิบัติเพื่อแก้จุดบกพร่องให้ยั่งยืน",
        Table(rows, 9),
    ]
    wanted.around = [["title", front["title"]], ["progress/of/item", "O42"]]
    wanted.doubts = []
    return Paper(blocks), wanted


def s1_row(at, front, wanted):
    measure, entry = front["measures"][at], front["progress"]["entries"][at]
    names = {value_of(one["no"]): text_of(one["name"]) for part in front["assessment"]["instruments"] for one in part["indicators"]}
    # The first row of an instrument begins with 1 again.
    first = 2 if at == 1 else 1
    indicators = numbered([names[no] for no in measure["addresses"]["indicators"]], digits=thai, first=first)
    responsible = measure["responsible"]
    units = " / ".join(printed(one) for one in responsible["units"])
    add_measure(wanted, at, measure, ["indicators", "units", "posts", "steps", "monitoring", "period", "cadence"])
    add_entry(wanted, at, entry, ["measure", "status", "results"])
    return row(
        cell(indicators),
        cell([units, *thai_list(values(responsible["posts"]))]),
        cell(thai_list(values(measure["steps"]))),
        cell(thai_list(values(measure["monitoring"]))),
        S1_PERIODS[at],
        "",
        "",
        "/",
        cell([S1_CADENCES[at], *thai_list(entry["results"])]),
    )


def thai_list(texts):
    return numbered([thai(text) for text in texts], digits=thai)


def s2():
    """A memo with two tables; one cell follows up all measures, and some statuses are words in the place of a tick."""
    front, wanted = site_of("s2")
    memo = front["memo"]
    blocks = [
        "บันทึกข้อความ",
        f"ส่วนราชการ {memo['unit']}",
        "ที่ ลย ๗๔๓๐๑/          วันที่ ๓๑ มีนาคม ๒๕๖๔",
        f"เรื่อง {memo['subject']}",
        f"เรียน {value_of(memo['to'])}",
        *thai(memo["body"]).strip().split("\n"),
        s2_plan(front["measures"], wanted),
        "ผลคะแนนเท่ากับ ๗๘.๓๓ คะแนน อยู่ในระดับ C",
        "ผลการดำเนินการตามมาตรการ ณ วันที่ ๓๑ มีนาคม ๒๕๖๔",
        s2_progress(front, wanted),
        "จึงเรียนมาเพื่อโปรดทราบ",
        "(ลงชื่อ)",
        "หัวหน้าสำนักปลัด",
        f"ความเห็น{memo['endorsement']['post']}",
        "(ลงชื่อ)",
        "ปลัดเทศบาล ปฏิบัติหน้าที่",
        value_of(memo["to"]),
    ]
    wanted.around = [["as_of", "2021-03-31"], ["assessment/total", 78.33], ["memo/date", "2021-03-31"]]
    wanted.around += [[f"memo/{key}", value_of(memo[key])] for key in ("subject", "to", "unit")]
    wanted.doubts = ["no-status"]
    return Paper(blocks), wanted


def s2_steps(measure):
    steps = [thai(text_of(one)) for one in measure["steps"]]
    return cell([f"-{step}" for step in steps] if len(steps) > 1 else steps)


def s2_plan(measures, wanted):
    rows = [row("มาตรการ", "ขั้นตอนหรือวิธีการ", "ผู้รับผิดชอบ", "การกำกับติดตาม")]
    for at, one in enumerate(measures):
        line = row(thai(text_of(one["title"])), s2_steps(one), cell(values(one["responsible"]["units"])))
        if at == 0:
            line.append(cell(thai(one["monitoring"][0]), down=len(measures)))
        rows.append(line)
        title = text_of(one["title"])
        wanted.add(f"measures/{at}/title", {"any": [title, title.split(". ", 1)[1]]})
        add_measure(wanted, at, one, ["steps", "units"])
        wanted.add(f"measures/{at}/monitoring", one["monitoring"])
        if at:
            wanted.merged.append(f"measures/{at}/monitoring")
    return Table(rows, 4)


def s2_progress(front, wanted):
    statuses = row("ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "ดำเนินการเสร็จเรียบร้อยแล้ว")
    head = row(cell("มาตรการ", down=2), cell("ขั้นตอนหรือวิธีการ", down=2), cell("สถานะการดำเนินการ", across=3))
    rows = [head, statuses]
    for at, (measure, entry) in enumerate(zip(front["measures"], front["progress"]["entries"])):
        mark = [part for part in (entry["as_marked"], text_of(entry.get("remark", ""))) if part]
        cells = [cell(mark if entry["status"] == status else "") for status in ("not_started", "in_progress", "done")]
        rows.append([cell(entry["title"]), s2_steps(measure), *cells])
        add_entry(wanted, at, entry, ["measure", "remark"])
        # Of a remark without a tick it may be said that it is no status.
        status = entry["status"] if entry["as_marked"] else {"any": [entry["status"], "unstated"]}
        wanted.add(f"progress/entries/{at}/status", status)
    return Table(rows, 5, heads=2)


def s3():
    """Two rows of heads, printed again on each page; limitations under a heading inside the last cell."""
    front, wanted = site_of("s3")
    blocks = [
        front["title"],
        "ปีงบประมาณ พ.ศ. ๒๕๖๗",
        "คณะทำงานวิเคราะห์ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ และกำหนดมาตรการดังนี้",
    ]
    rows = s3_head("ข้อคำถาม ITA")
    for at, issue in enumerate(front["issues"]):
        if at == 4:
            rows += s3_head("ข้อความ")
        rows.append(s3_row(at, issue, front, wanted))
    blocks.append(Table(rows, 6, heads=2))
    wanted.around = [["title", front["title"]], ["analysed_year", 2566]]
    return Paper(blocks), wanted


def s3_head(questions):
    down = [cell(name, down=2) for name in ("ขั้นตอน/วิธีการปฏิบัติ", "ระยะเวลาดำเนินการ", "หน่วยงานผู้รับผิดชอบ")]
    return [row(cell("ประเด็น", down=2), cell("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", across=2), *down), row(questions, "ข้อค้นพบ")]


def s3_row(at, issue, front, wanted):
    measure = front["measures"][at]
    asked = {value_of(one["id"]): one for one in front["assessment"]["questions"]}
    questions = []
    for code in issue["questions"]:
        one = asked[code]
        questions.append(thai(f"{code} {one['text']} คะแนน {one['score']:.2f}"))
        wanted.add(f"assessment/questions/id={code}/score", one["score"])
        wanted.add(f"assessment/questions/id={code}", {"contains": one["text"]})
    s3_facts(at, issue, measure, wanted)
    limits = issue["limitations"]
    units = [f"- {unit}" for unit in measure["responsible"]["units"]]
    last = [*units, "ข้อจำกัดของหน่วยงาน", *(thai_list(values(limits)) or ["ไม่มี"])]
    first = [f"({thai(at + 1)}) {issue['title']}", cell(questions), cell(s3_findings(issue)), cell(thai_list(measure["steps"]))]
    return row(*first, "ไตรมาสที่ ๑ - ๔", cell(last))


def s3_findings(issue):
    who = "ผู้ปฏิบัติงาน" if issue["questions"][0].startswith("I") else "ผู้รับบริการ"
    shares = [f"{who} {value_of(one['percent']):.2f}% " if "percent" in one else "" for one in issue["findings"]]
    return [thai(f"-{share}{text_of(one['text'])}") for share, one in zip(shares, issue["findings"])]


def s3_facts(at, issue, measure, wanted):
    path = f"issues/{at}"
    wanted.add(f"{path}/title", issue["title"])
    wanted.add(f"{path}/questions", issue["questions"])
    for no, one in enumerate(issue["findings"]):
        if "percent" in one:
            wanted.add(f"{path}/findings/{no}/percent", value_of(one["percent"]))
        wanted.add(f"{path}/findings/{no}", {"contains": text_of(one["text"])})
    wanted.add(f"{path}/limitations", values(issue["limitations"]))
    wanted.add(f"{path}/measures/0", {"ref": f"measures/{at}"})
    add_measure(wanted, at, measure, ["steps", "units", "period", "questions"])


def s4():
    """Three parts, each a sentence with scores and a table of three columns; no status anywhere."""
    front, wanted = site_of("s4")
    blocks = [
        f"{front['title']} ของ{front['agency']['name']}",
        "การขับเคลื่อนมาตรการ ปีงบประมาณ พ.ศ. 2564",
    ]
    for at, instrument in enumerate(front["assessment"]["instruments"]):
        blocks += [s4_sentence(at, instrument), f"ตารางมาตรการและผล {INSTRUMENTS[instrument['id']]}", s4_table(at, front, wanted)]
        for one in instrument["indicators"]:
            score = [f"assessment/instruments/id={instrument['id']}/indicators/no={one['no']}/score", value_of(one["score"])]
            wanted.around.append(score)
    wanted.around += [["assessment/target", 85]]
    wanted.doubts = ["mixed-digits", "no-status"]
    return Paper(blocks), wanted


def s4_sentence(at, instrument):
    said = [f"ตัวชี้วัดที่ {one['no']} {one['name']} ได้ {printed(one['score'])} คะแนน" for one in instrument["indicators"]]
    verdict = "ต่ำกว่าเกณฑ์เป้าหมาย" if instrument["id"] == "OIT" else f"ต่ำที่สุดในกลุ่ม {instrument['id']} แต่ผ่านเกณฑ์เป้าหมาย"
    return f"{at + 1}. {INSTRUMENTS[instrument['id']]} พบว่า {' และ'.join(said)} {verdict} (85 คะแนนขึ้นไป)"


def s4_table(at, front, wanted):
    measure, entry = front["measures"][at], front["progress"]["entries"][at]
    steps = [f"- {text}" for text in values(measure["steps"])]
    results = numbered(values(entry["results"]), mark="{}.")
    rows = [row("มาตรการ", "วิธีการดำเนินการ", "ผลการดำเนินการ")]
    # The first is cut by the page.
    here = 2 if at == 0 else len(results)
    rows.append(row(f"{at + 1}.{measure['title']}", cell(steps), cell(results[:here])))
    if here < len(results):
        rows.append(row("", "", cell(results[here:])))
    add_measure(wanted, at, measure, ["title", "steps"])
    # Only the sentence above the table names the indicators.
    wanted.around.append([f"measures/{at}/addresses/indicators", measure["addresses"]["indicators"]])
    add_entry(wanted, at, entry, ["measure", "results"])
    wanted.add(f"progress/entries/{at}/status", {"any": ["unstated", None]})
    return Table(rows, 3)


SEEDS = {"s0": s0, "s1": s1, "s2": s2, "s3": s3, "s4": s4}
