package com.lotview.bench.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A dealer's stock as text: as many columns as real files have, no two vehicles alike. */
final class StockText {
  private static final String HEADER =
      "Stock #,VIN,Year,Make,Model,Trim,Price,Mileage,Exterior Color,Interior Color,Body,"
          + "Drivetrain,Transmission,Engine,Fuel,Condition,Features,Description,Date In Stock\n";
  private static final String[][] MODELS = {
    {"Toyota", "Camry", "Sedan"}, {"Ford", "F-150", "Truck"}, {"Honda", "CR-V", "SUV"},
    {"Kia", "Rio", "Hatchback"}, {"Chevrolet", "Tahoe", "SUV"}, {"BMW", "330i", "Sedan"}
  };
  private static final String[] COLORS = {"Silver", "Black", "White", "Red", "Blue"};

  private StockText() {}

  /** So many rows; the prefix makes the stock numbers others. */
  static byte[] of(String prefix, int rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(rows * 300);
    out.writeBytes(HEADER.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < rows; i++) {
      out.writeBytes(row(prefix, i).getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static String row(String prefix, int i) {
    String[] model = MODELS[i % MODELS.length];
    return String.format(
        Locale.ROOT,
        "%s%06d,,%d,%s,%s,Trim %d,%d,%d,%s,Black,%s,FWD,Automatic,2.5L I4,Gasoline,Used,"
            + "\"Backup Camera, Bluetooth, Heated Seats\",\"Clean vehicle number %d, one of many;"
            + " serviced and ready for its next owner.\",2026-0%d-1%d%n",
        prefix,
        i,
        2012 + i % 12,
        model[0],
        model[1],
        i % 40,
        15_000 + i % 30_000,
        20_000 + i % 90_000,
        COLORS[i % COLORS.length],
        model[2],
        i,
        1 + i % 9,
        i % 9);
  }
}
