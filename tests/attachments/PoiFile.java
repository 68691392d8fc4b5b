// usage: java -cp JARS PoiFile.java PAGE FILE
// The page as an .xls workbook of Apache POI, the library of most document systems in Java. A line of PAGE is a row, its cells
// between tabs; a line that begins with @NAME and a tab is the text of a place beside the body. Debian's build of POI lacks
// the type system without which no .xlsx and .docx can be made.

import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

public class PoiFile {
    public static void main(String[] arguments) throws Exception {
        List<String[]> rows = new ArrayList<>();
        Map<String, String> parts = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] cells = line.split("\t", -1);
            if (line.startsWith("@")) {
                parts.put(cells[0].substring(1), cells[1]);
            } else {
                rows.add(cells);
            }
        }
        try (OutputStream file = new FileOutputStream(arguments[1])) {
            write(rows, parts, new HSSFWorkbook(), file);
        }
    }

    static void write(List<String[]> rows, Map<String, String> parts, Workbook book, OutputStream file) throws Exception {
        Sheet sheet = book.createSheet("รายชื่อ");
        for (String[] cells : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int at = 0; at < cells.length; at++) {
                Cell cell = row.createCell(at);
                // Digits of boxes and years are typed as numbers.
                if (cells[at].matches("[0-9]|2566")) {
                    cell.setCellValue(Double.parseDouble(cells[at]));
                } else {
                    cell.setCellValue(cells[at]);
                }
            }
        }
        if (parts.containsKey("header")) {
            sheet.getHeader().setCenter(parts.get("header"));
        }
        if (parts.containsKey("comment")) {
            CreationHelper helper = book.getCreationHelper();
            ClientAnchor anchor = helper.createClientAnchor();
            Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(helper.createRichTextString(parts.get("comment")));
            sheet.getRow(0).getCell(0).setCellComment(comment);
        }
        if (parts.containsKey("hidden sheet")) {
            Sheet hidden = book.createSheet("ข้อมูล");
            hidden.createRow(0).createCell(0).setCellValue(parts.get("hidden sheet"));
            book.setSheetHidden(1, true);
        }
        book.write(file);
    }
}
