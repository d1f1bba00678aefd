package com.lotview.inventory.fuzz;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.inventory.imports.StockPreview;
import com.lotview.inventory.imports.cell.Dates;
import com.lotview.inventory.imports.cell.Distance;
import com.lotview.inventory.imports.cell.Features;
import com.lotview.inventory.imports.cell.Money;
import com.lotview.inventory.imports.cell.Numbers;
import com.lotview.inventory.imports.cell.SalePeriod;
import com.lotview.inventory.imports.cell.Terms;
import com.lotview.inventory.imports.file.Cells;
import com.lotview.inventory.imports.file.UnreadableFileException;
import com.lotview.inventory.meaning.CellReader;
import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.photo.picture.Heif;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.UnusableImageException;
import com.lotview.inventory.type.VehicleNumber;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The readers of untrusted bytes. Each must end with a value or a refusal; anything else is a
 * fault.
 */
enum Targets {
  /** Stock files of every format, up to the vehicles. */
  TABLES {
    @Override
    void read(byte[] input) {
      try {
        StockPreview.of(input, CLOCK);
      } catch (UnreadableFileException e) {
        requireReason(e.getMessage());
      }
    }
  },
  /** Prices, distances, dates, numbers and words. */
  CELLS {
    @Override
    void read(byte[] input) {
      String cell = new String(input, StandardCharsets.UTF_8);
      String clean = Cells.line(cell);
      for (Market market : MARKETS) {
        Money.read(clean, null, market);
        Money.read(clean, clean, market);
        Distance.read(clean, "", market);
        Distance.read(clean, clean, market);
      }
      for (Dates.Order order : Dates.Order.values()) {
        Dates.read(clean, order);
        SalePeriod.started(clean, order, TODAY);
        SalePeriod.lasts(clean, order, TODAY);
      }
      SalePeriod.holds(clean, TODAY);
      Numbers.year(clean);
      Features.of(cell);
      Features.text(cell);
      Terms.drivetrain(clean);
      Terms.body(clean, true);
      Cells.key(cell);
      VehicleNumber.in(clean, 2020);
      VehicleNumber.in(clean, 1960);
      for (Kind kind : Kind.values()) {
        if (kind != Kind.TYPE) {
          CellReader.get().read(kind, clean);
        }
      }
    }
  },
  /** Photos: header and pixels. */
  PICTURES {
    @Override
    void read(byte[] input) {
      try {
        if (Heif.matches(input)) {
          Heif.primaryOnly(input);
        }
        Picture.of(input);
      } catch (UnusableImageException e) {
        requireReason(e.getMessage());
      }
    }
  };

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate TODAY = LocalDate.now(CLOCK);
  private static final Market[] MARKETS = {
    Market.US, new Market("SE", "SEK", DistanceUnit.KM), new Market("DE", "EUR", DistanceUnit.KM)
  };

  abstract void read(byte[] input);

  private static void requireReason(String message) {
    if (message == null || message.isBlank()) {
      throw new AssertionError("refused without a reason");
    }
  }
}
