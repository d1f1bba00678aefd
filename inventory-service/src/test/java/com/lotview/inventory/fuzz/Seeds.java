package com.lotview.inventory.fuzz;

import com.lotview.inventory.imports.format.Workbooks;
import com.lotview.inventory.photo.picture.TestImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Good files, and files that once were read wrong: where fuzzing begins. */
final class Seeds {
  private Seeds() {}

  static List<byte[]> of(Targets target) {
    List<byte[]> seeds = new ArrayList<>(stored(target));
    switch (target) {
      case TABLES -> {
        seeds.add(
            Workbooks.xlsx(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>12</v></c>"
                    + "<c r=\"B2\" t=\"inlineStr\"><is><t>Kia</t></is></c></row>",
                "Stock",
                "Make",
                "Model"));
        seeds.add(
            Workbooks.xls(
                new Object[] {"Stock", "Year", "Make", "Model"},
                new Object[] {"A1", 2020.0, "Kia", "Rio"}));
        byte[] csv = "Stock,Year,Make,Model\nA1,2020,Kia,Rio\n".getBytes(StandardCharsets.UTF_8);
        seeds.add(Workbooks.gzip(csv));
        seeds.add(Workbooks.zip(Map.of("a.csv", "Stock,Year,Make,Model\nA1,2020,Kia,Rio\n")));
      }
      case PICTURES -> {
        seeds.add(TestImages.jpeg(24, 16, 1));
        seeds.add(TestImages.png(12, 9, 2));
      }
      case CELLS -> {}
    }
    return seeds;
  }

  private static List<byte[]> stored(Targets target) {
    String folder = "ReaderFuzzInputs/" + target.name().toLowerCase(Locale.ROOT);
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(Seeds.class.getResource(folder), folder).toURI()))) {
      List<byte[]> all = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        all.add(Files.readAllBytes(file));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
