#!/usr/bin/env python3
"""Makes the office files of the tests: make.py DIR. Needs python-docx, openpyxl, python-pptx, xlwt
and LibreOffice (soffice). Names and numbers are invented; the check digits are right."""
import io, os, struct, subprocess, sys, zipfile

OUT = sys.argv[1] if len(sys.argv) > 1 else '.'


def number(n):
    """The n-th invented citizen ID."""
    head = '310090%06d' % (n * 1237)
    return head + str((11 - sum(int(c) * w for c, w in zip(head, range(13, 1, -1))) % 11) % 10)


def path(name):
    return os.path.join(OUT, name)


def archive(name, files, to=None):
    with zipfile.ZipFile(to or path(name), 'w', zipfile.ZIP_DEFLATED) as z:
        for part, text in files.items():
            z.writestr(zipfile.ZipInfo(part), text, zipfile.ZIP_DEFLATED)


W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text, props=''):
    return f'<w:r>{props and f"<w:rPr>{props}</w:rPr>"}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs):
    return '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr>' + ''.join(runs) + '</w:p>'


def tbl(*rows):
    return '<w:tbl>' + ''.join('<w:tr>' + ''.join(f'<w:tc>{c}</w:tc>' for c in row) + '</w:tr>' for row in rows) + '</w:tbl>'


def word():
    box = f'<w:txbxContent>{p(run("ในกล่อง " + number(1)))}</w:txbxContent>'
    drawing = (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
               f'<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>')
    body = [
        p(run('เลข 3-1009'), '<w:r><w:noBreakHyphen/><w:t>00123</w:t><w:softHyphen/><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>'),
        p(run('ก่อน '), drawing, run('หลัง')),
        tbl([p(run(c)) for c in number(2)], [p(run('ชื่อ')), p(run('310090')) + p(run('0123455')) + tbl([p(run('ใน')), p(run('ใน'))]) + p()]),
        p('<w:sdt><w:sdtPr><w:text/><w:dropDownList><w:listItem w:displayText="x"/></w:dropDownList></w:sdtPr><w:sdtContent>'
          + run('ในช่อง ') + '</w:sdtContent></w:sdt>', '<w:ins>' + run('เพิ่ม') + '</w:ins>',
          f'<w:del><w:r><w:delText>{number(3)}</w:delText></w:r></w:del>', run(number(4), '<w:vanish/>'), run(' เห็น', '<w:vanish w:val="0"/>')),
        p('<w:hyperlink>' + run('ลิงก์ ') + '</w:hyperlink>', '<w:fldSimple w:instr="REF x">' + run('ผล ') + '</w:fldSimple>',
          '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 12345</w:instrText></w:r>', run('5'),
          '<w:r><w:sym w:font="Symbol" w:char="F031"/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>'),
    ]
    inner = io.BytesIO()
    archive(None, {'a.txt': number(5)}, inner)
    part = lambda name, text: f'{HEAD}<w:{name} {W}>{text}</w:{name}>'
    archive('word.docx', {
        'word/document.xml': part('document', f'<w:body>{"".join(body)}</w:body>'),
        'word/header1.xml': part('hdr', p(run('หัว ' + number(6)))),
        'word/footnotes.xml': part('footnotes', f'<w:footnote>{p(run("เชิง " + number(7)))}</w:footnote>'),
        'word/comments.xml': part('comments', f'<w:comment>{p(run("เห็นว่า " + number(8)))}</w:comment>'),
        'word/charts/chart1.xml': f'{HEAD}<c:chart xmlns:c="c" xmlns:a="a"><c:tx><a:p><a:r><a:t>แผนภูมิ</a:t></a:r></a:p></c:tx>'
                                  '<c:f>A1</c:f><c:pt><c:v>12</c:v></c:pt></c:chart>',
        'word/embeddings/inner.zip': inner.getvalue(),
        'docProps/core.xml': f'{HEAD}<p xmlns:dc="d"><dc:title>เรื่อง {number(9)}</dc:title><dc:created>2026</dc:created></p>',
        '_rels/.rels': f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">' + ''.join(
            f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}{digit}.xml"/>'
            for kind, digit in [('header', '1'), ('footnotes', ''), ('comments', '')]) + '</Relationships>',
        '[Content_Types].xml': f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
                               'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
                               'ContentType="application/xml"/><Override PartName="/word/document.xml" '
                               'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'})


def slides():
    from pptx import Presentation
    from pptx.util import Inches
    deck = Presentation()
    one, two = (deck.slides.add_slide(deck.slide_layouts[5]) for _ in range(2))
    one.shapes.title.text = 'เรื่อง\v' + number(1)
    table = one.shapes.add_table(1, 13, Inches(1), Inches(2), Inches(8), Inches(1)).table
    for at, digit in enumerate(number(2)):
        table.cell(0, at).text = digit
    one.notes_slide.notes_text_frame.text = 'พูดว่า ' + number(3)
    two.shapes.title.text = 'ซ่อน ' + number(4)
    two._element.set('show', '0')
    # The second slide is shown first.
    ids = deck.slides._sldIdLst
    ids.insert(0, ids[1])
    deck.save(path('slides.pptx'))


def book():
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    book = Workbook()
    sheet = book.active
    sheet.title = 'รายชื่อ'
    sheet.append(['เลข', 'โทร', 'ผู้เสียภาษี', 'วันที่', 'ร้อยละ'])
    sheet.append([int(number(1)), 812345678, 105536000313, 45000, 0.5])
    for cell, code in zip(sheet[2], ['General', '000\\-000\\-0000', '0000000000000', '[$-107041E]d mmm yyyy', '0%']):
        cell.number_format = code
    sheet.append([None] + list(map(int, number(2))))
    sheet.append(['บรรทัด\nสอง', '<&>', '=1+1', True, '="a"&"b"'])
    sheet['XFD1048576'] = 'ไกล'
    sheet['A1'].comment = Comment('เห็นว่า ' + number(3), 'ก')
    sheet.oddHeader.center.text = number(4)
    hidden = book.create_sheet('ซ่อน')
    hidden['B2'] = number(5)
    hidden.sheet_state = 'hidden'
    book.properties.title = 'เรื่อง ' + number(6)
    book.save(path('book.xlsx'))


def old_book():
    import xlwt
    book = xlwt.Workbook()
    sheet = book.add_sheet('รายชื่อ')
    style = lambda code: xlwt.easyxf(num_format_str=code)
    sheet.write(0, 0, 'เลข')
    sheet.write(1, 0, int(number(1)))
    sheet.write(1, 1, 812345678, style('000\\-000\\-0000'))
    sheet.write(1, 2, 105536000313, style('0000000000000'))
    sheet.write(1, 3, 7)
    sheet.write(1, 4, 8)
    sheet.write(65535, 255, 'ไกล')
    sheet.header_str = ('&C' + number(2)).encode()
    book.save(path('far.xls'))


def soffice(source, *kinds):
    for kind in kinds:
        subprocess.run(['soffice', '--headless', '--convert-to', kind, '--outdir', OUT, path(source)], check=True, stdout=subprocess.DEVNULL)


OPEN = ' '.join(f'xmlns:{k}="urn:{k}"' for k in 'office text table draw svg dc style form presentation'.split())


def open_text():
    body = (
        '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:date>2026</dc:date></office:change-info>'
        f'<text:p>{number(1)}</text:p></text:deletion></text:changed-region></text:tracked-changes>'
        '<text:p>ก่อน   <text:s text:c="2"/>\n  ข<text:tab/>ค<text:line-break/>ง<text:note><text:note-citation>1</text:note-citation>'
        f'<text:note-body><text:p>เชิง {number(2)}</text:p></text:note-body></text:note> ต่อ'
        f'<office:annotation><dc:creator>ก</dc:creator><text:p>เห็นว่า {number(3)}</text:p></office:annotation>'
        f'<draw:frame><draw:text-box><text:p>กล่อง {number(4)}</text:p></draw:text-box><svg:desc>ภาพ</svg:desc></draw:frame>'
        f'<text:span text:style-name="H">{number(5)}</text:span></text:p>'
        '<table:table><table:table-row>' + ''.join(f'<table:table-cell><text:p>{c}</text:p></table:table-cell>' for c in number(6))
        + '</table:table-row></table:table><text:h>ท้าย</text:h>'
        f'<form:text form:current-value="ช่อง {number(7)}"/>')
    archive('open.odt', {
        'mimetype': 'application/vnd.oasis.opendocument.text',
        'content.xml': f'{HEAD}<office:document-content {OPEN}><office:automatic-styles><style:style style:name="H"><style:text-properties '
                       f'text:display="none"/></style:style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body>'
                       '</office:document-content>',
        'styles.xml': f'{HEAD}<x {OPEN}><style:header><text:p>หัว {number(8)}</text:p></style:header></x>',
        'meta.xml': f'{HEAD}<x {OPEN}><dc:title>เรื่อง {number(9)}</dc:title><dc:date>2026</dc:date></x>'})


def open_book():
    cell = lambda text, extra='': f'<table:table-cell {extra}><text:p>{text}</text:p></table:table-cell>'
    rows = (
        '<table:table-row>' + cell('ก') + '<table:table-cell table:number-columns-repeated="1000"/>' + cell('ข')
        + '<table:table-cell table:number-columns-repeated="15382"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        '<table:table-row>' + cell('1') + cell('0', 'table:number-columns-repeated="2"') + cell('5</text:p><text:p>6')
        + f'<table:table-cell><office:annotation><text:p>{number(1)}</text:p></office:annotation><text:p>081-234-5678</text:p></table:table-cell></table:table-row>')
    archive('open.ods', {
        'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': f'{HEAD}<x {OPEN}><office:body><office:spreadsheet><table:table table:name="รายชื่อ">{rows}</table:table></office:spreadsheet>'
                       '</office:body></x>'})


def rich():
    thai = ''.join("\\'%02x" % b for b in 'เลข '.encode('cp874'))
    with open(path('rich.rtf'), 'w', newline='') as f:
        f.write('{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}{\\f1\\fnil\\fcharset222 Angsana New;}}{\\colortbl;\\red0;}'
                '{\\info{\\title ' + number(1) + '}{\\creatim\\yr2026}}{\\*\\generator x 123;}{\\header ' + number(2) + '\\par}\n'
                '{\\f1 ' + thai + '}' + number(3) + '\\par\n\\uc1\\u3585?\\u-10179?\\u-8704? caf\\\'e9\\~x\\_y\\line z{\\v ' + number(4) + '}\\par\n'
                '\\trowd\\pard\\intbl ' + ''.join(c + '\\cell ' for c in number(5)) + '\\row\\pard\n'
                '{\\field{\\*\\fldinst HYPERLINK 123}{\\fldrslt link}}{\\footnote ' + number(6) + '}{\\pict\\bin5 {{{{{ 00ff}{\\deleted ' + number(7)
                + '} end\\par}')


def members():
    inner = io.BytesIO()
    archive(None, {'list.txt': number(1)}, inner)
    outer = io.BytesIO()
    archive(None, {'inner.zip': inner.getvalue()}, outer)
    with zipfile.ZipFile(path('members.zip'), 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('bad.docx', b'PK\x03\x04 not')
        z.writestr('old.doc', b'\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' + b'\0' * 600)
        z.writestr(number(2) + '.jpg', b'\xFF\xD8\xFF')
        z.writestr('deep.zip', outer.getvalue())
        z.writestr('ก/word.docx', open(path('word.docx'), 'rb').read())


def records(*list):
    """Records of a binary workbook."""
    out = b''
    for kind, data in list:
        out += bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 127 else bytes([kind])
        size = len(data)
        while size > 127:
            out += bytes([size & 0x7F | 0x80])
            size >>= 7
        out += bytes([size]) + data
    return out


def binary_book():
    wide = lambda text: struct.pack('<I', len(text)) + text.encode('utf-16-le')
    cell = lambda column, style, data: struct.pack('<II', column, style) + data
    archive('binary.xlsb', {
        'xl/workbook.bin': records((131, b''), (153, b'\0' * 8), (143, b''), (156, struct.pack('<II', 0, 1) + wide('rId1') + wide('รายชื่อ')), (144, b'')),
        'xl/_rels/workbook.bin.rels': f'{HEAD}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>',
        'xl/styles.bin': records((44, struct.pack('<H', 170) + wide('000\\-000\\-0000')), (626, b''), (47, b'\0' * 16), (627, b''),
                                 (617, struct.pack('<I', 2)), (47, b'\0' * 16), (47, struct.pack('<HH', 0, 170) + b'\0' * 12), (618, b'')),
        'xl/sharedStrings.bin': records((159, b'\0' * 8), (19, b'\0' + wide('เลข')), (160, b'')),
        'xl/worksheets/sheet1.bin': records(
            (129, b''), (145, b''), (0, struct.pack('<I', 0) + b'\0' * 12), (7, cell(0, 0, struct.pack('<I', 0))), (6, cell(1, 0, wide('โทร'))),
            (0, struct.pack('<I', 1048575) + b'\0' * 12), (5, cell(0, 0, struct.pack('<d', int(number(1))))),
            (5, cell(1, 1, struct.pack('<d', 812345678))), (2, cell(16383, 0, struct.pack('<I', 7 << 2 | 2))),
            (479, b'\0\0' + wide('&C' + number(2)) + struct.pack('<I', 0xFFFFFFFF) * 5), (146, b'')),
        'xl/comments1.bin': records((637, b'\0' + wide('เห็นว่า ' + number(3))))})


os.makedirs(OUT, exist_ok=True)
for make in (word, slides, book, old_book, open_text, open_book, rich, members, binary_book):
    make()
soffice('book.xlsx', 'xls:MS Excel 97', 'ods')
soffice('slides.pptx', 'odp')
soffice('word.docx', 'doc')
