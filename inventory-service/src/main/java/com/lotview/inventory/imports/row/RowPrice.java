package com.lotview.inventory.imports.row;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.cell.CellReading;
import com.lotview.inventory.imports.cell.Dates;
import com.lotview.inventory.imports.cell.Money;
import com.lotview.inventory.imports.cell.SalePeriod;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The price of a row that counts today. One object per row. */
final class RowPrice {
  private static final Set<String> SALE_HEADERS = Set.of("saleprice", "specialprice");
  // Cents.
  private static final long LOWEST_PRICE = 10_000;
  private static final long USUAL_PRICE = 50_000;

  private final RowCells cells;
  private final LocalDate today;
  private final Market market;
  private boolean low;

  RowPrice(RowCells cells, LocalDate today, Market market) {
    this.cells = cells;
    this.market = market;
    this.today = today;
  }

  /** The price, in the currency that the file says. */
  @Nullable Money read() {
    String currency = cells.text(StockField.PRICE_CURRENCY);
    Money price =
        cells.value(
            StockField.PRICE,
            (column, cell) ->
                counts(column)
                    ? judged(Money.read(cell, currency, market), cell)
                    : new CellReading.Missing<>());
    low = price == null ? low : price.isLikeDollars() && price.hundredths() < USUAL_PRICE;
    return price;
  }

  /** Whether the price that was read, or left out, is unusually low. */
  boolean isLow() {
    return low;
  }

  private CellReading<Money> judged(CellReading<Money> price, String cell) {
    if (price instanceof CellReading.Known<Money>(Money money)
        && money.isLikeDollars()
        && money.hundredths() < LOWEST_PRICE) {
      low = true;
      return new CellReading.Unusable<>("\"" + cell + "\" is too low for a price; left out");
    }
    return price;
  }

  // A sale price counts only in its days.
  private boolean counts(int column) {
    return !SALE_HEADERS.contains(cells.plainHeader(column))
        || (isInTime(StockField.SALE_PERIOD, (text, order) -> SalePeriod.holds(text, today))
            && isInTime(
                StockField.SALE_START, (text, order) -> SalePeriod.started(text, order, today))
            && isInTime(
                StockField.SALE_END, (text, order) -> SalePeriod.lasts(text, order, today)));
  }

  private boolean isInTime(StockField field, BiFunction<String, Dates.Order, Boolean> test) {
    return cells.lines(field).stream()
        .allMatch(
            line -> line.isMissing() || test.apply(line.text(), cells.dateOrder(line.column())));
  }
}
