"""Makes src/attachment/office/*.xls of the tests with xlwt: make_xls.py DIR. All names are invented."""
import sys, datetime, os
import xlwt
book = xlwt.Workbook(encoding='utf-8')
sheet = book.add_sheet('แผ่น')
bold = xlwt.easyxf('font: bold on')
wing = xlwt.easyxf('font: name Wingdings')
day = xlwt.easyxf(num_format_str='[$-107041E]d mmm yyyy')
percent = xlwt.easyxf(num_format_str='0.00%')
sheet.write_merge(0, 0, 0, 3, 'หัวเรื่อง', bold)
sheet.write(1, 0, 1); sheet.write(1, 1, 0.6816, percent); sheet.write(1, 2, 45000, day); sheet.write(1, 3, 2566, day)
sheet.write(2, 0, '\u00fc', wing)
sheet.write_rich_text(2, 1, [('หนา', bold.font), ' บาง'])
sheet.write(2, 2, True)
sheet.write(2, 3, 'ก\nข')
sheet.write(3, 0, 'ซ่อน'); sheet.row(3).hidden = True
sheet.write(4, 4, 'ซ่อนด้วย'); sheet.col(4).hidden = True
sheet.write(4, 0, xlwt.Formula('1+1'))
sheet.row(4).set_cell_error(1, 0x17)
sheet.write(4, 2, 242919, day)
sheet.write(5, 5, 'ยาว' * 5000)
hidden = book.add_sheet('ลับ'); hidden.write(0, 0, 'x'); hidden.visibility = 1
book.save(os.path.join(sys.argv[1], 'grid.xls'))
