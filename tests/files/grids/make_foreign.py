import openpyxl, datetime
from openpyxl.styles import Font
from openpyxl.comments import Comment
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
wb = openpyxl.Workbook(); ws = wb.active; ws.title='งาน'
ws['A1']='หัว'; ws['A1'].font=Font(bold=True); ws.merge_cells('A1:C1')
ws['A2']=datetime.date(2023,3,15); ws['B2']=datetime.datetime(2565,1,31); ws['C2']=0.5; ws['C2'].number_format='0.0%'
ws['A3']='=SUM(C2:C2)'; ws['B3']=CellRichText(TextBlock(InlineFont(b=True),'หนา'),' บาง'); ws['C3']=True
ws['A3'].comment=Comment('ความเห็น','x')
ws['B4']='#REF!'; ws.row_dimensions[5].hidden=True; ws['A5']='ซ่อน'; ws['A6']='\u00fe'; ws['A6'].font=Font(name='Wingdings')
ws.column_dimensions['D'].hidden=True; ws['D2']='x'
ws['B6']=datetime.time(8,30)
ws.print_title_rows='1:2'
wb.create_sheet('ว่าง'); h=wb.create_sheet('ลับ'); h.sheet_state='hidden'
wb.save('tests/foreign.xlsx')
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableRow, TableCell, CoveredTableCell, TableColumn
from odf.text import P, S, Span
from odf.style import Style, TextProperties
from odf.number import DateStyle, Day, Month, Year, Text
d=OpenDocumentSpreadsheet()
b=Style(name='b', family='table-cell'); b.addElement(TextProperties(fontweight='bold')); d.automaticstyles.addElement(b)
my=DateStyle(name='my'); my.addElement(Month()); my.addElement(Year()); d.automaticstyles.addElement(my)
m=Style(name='m', family='table-cell', datastylename='my'); d.automaticstyles.addElement(m)
t=Table(name='งาน')
t.addElement(TableColumn(numbercolumnsrepeated=3))
r=TableRow(); c=TableCell(stylename='b', numbercolumnsspanned=3); c.addElement(P(text='หัว')); r.addElement(c); r.addElement(CoveredTableCell(numbercolumnsrepeated=2)); t.addElement(r)
r=TableRow(); 
for vt,kw,tx in [('date',dict(datevalue='2023-03-15'),'15/3/66'),('percentage',dict(value='0.5'),'50%'),('float',dict(value='3'),'3')]:
    c=TableCell(valuetype=vt, **kw); c.addElement(P(text=tx)); r.addElement(c)
c=TableCell(valuetype='date', datevalue='2023-03-01', stylename='m'); c.addElement(P(text='มี.ค.')); r.addElement(c)
t.addElement(r); d.spreadsheet.addElement(t); d.save('tests/foreign.ods')
