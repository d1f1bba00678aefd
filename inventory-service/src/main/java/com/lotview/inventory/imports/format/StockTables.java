package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.Table;
import com.lotview.inventory.imports.file.UnreadableFileException;

/**
 * Reads stock files of every format: CSV and its kin, XLSX, XLS, JSON, XML and RSS feeds, the
 * JSON-LD of a dealer's page; each also packed as gzip or zip. All but tables of text and old
 * workbooks are streamed: they may be of any size that an upload may have.
 */
public final class StockTables {
  // All rows together show how the columns are written, so a text is kept in memory.
  private static final int MOST_TEXT = 64 * 1024 * 1024;
  private static final int DEEPEST = 2;

  private StockTables() {}

  /**
   * Reads a file.
   *
   * @throws UnreadableFileException if it is of no format that is known, or harmful
   */
  public static Table read(Source source) {
    return read(source, 0);
  }

  private static Table read(Source source, int packed) {
    if (packed > DEEPEST) {
      throw new UnreadableFileException("is an archive in an archive in an archive");
    }
    return switch (Format.of(source.head(Format.HEAD))) {
      case GZIP -> read(Packed.gzip(source), packed + 1);
      case ZIP ->
          XlsxParts.isWorkbook(source)
              ? XlsxTable.read(source)
              : read(Packed.zip(source), packed + 1);
      case OLE -> XlsTable.read(source);
      case JSON -> JsonTable.read(source);
      case XML -> XmlTable.read(source);
      case HTML -> LinkedData.page(source);
      case TEXT -> Table.read(source.all(MOST_TEXT, "a table of text"));
    };
  }
}
