package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** The first sheet of an old Excel workbook, record by record. */
final class XlsTable {
  // Excel itself took 65,536 rows; the reader of the container needs it in memory.
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final SheetRows rows = new SheetRows();
  private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this::see);
  private @Nullable SSTRecord texts;
  private @Nullable CellValueRecordInterface formula;
  private int sheets;
  private int line = -1;

  private XlsTable() {}

  static Table read(Source source) {
    byte[] bytes = source.all(MOST_BYTES, "an old Excel workbook");
    XlsTable table = new XlsTable();
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      DirectoryNode root = container.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw new UnreadableFileException("is a workbook that a password protects");
      }
      try (InputStream workbook = root.createDocumentInputStream("Workbook")) {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(table.formats);
        new HSSFEventFactory().processEvents(request, workbook);
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library throws many kinds of errors on broken files.
      throw new UnreadableFileException(
          "is an Excel workbook that cannot be read: " + e.getMessage());
    }
    table.endRow();
    return table.rows.build();
  }

  private void see(Record record) {
    if (record instanceof BOFRecord start && start.getType() == BOFRecord.TYPE_WORKSHEET) {
      sheets++;
    } else if (record instanceof SSTRecord shared) {
      texts = shared;
    }
    if (sheets != 1) {
      return;
    }
    if (record instanceof CellValueRecordInterface cell) {
      cell(cell, text(cell));
    } else if (record instanceof StringRecord result && formula != null) {
      cell(formula, result.getString());
    }
  }

  private void cell(CellValueRecordInterface cell, @Nullable String text) {
    if (cell.getRow() != line) {
      endRow();
      line = cell.getRow();
    }
    formula = text == null ? cell : null;
    rows.cell(cell.getColumn(), text == null ? "" : text);
  }

  private void endRow() {
    rows.end(line + 1);
  }

  // Null: the text of a formula comes in the next record.
  private @Nullable String text(CellValueRecordInterface cell) {
    return switch (cell) {
      case LabelSSTRecord shared ->
          texts == null ? "" : texts.getString(shared.getSSTIndex()).getString();
      case LabelRecord label -> label.getValue();
      case NumberRecord number -> number(cell, number.getValue());
      case BoolErrRecord bool ->
          bool.isError() ? "#N/A" : bool.getBooleanValue() ? "TRUE" : "FALSE";
      case FormulaRecord made ->
          made.hasCachedResultString() ? null : number(cell, made.getValue());
      default -> "";
    };
  }

  private String number(CellValueRecordInterface cell, double value) {
    int format = formats.getFormatIndex(cell);
    String code = formats.getFormatString(cell);
    String written = Double.toString(value);
    return DateUtil.isADateFormat(format, code == null ? "" : code)
        ? SheetValue.date(written, false)
        : SheetValue.number(written);
  }
}
