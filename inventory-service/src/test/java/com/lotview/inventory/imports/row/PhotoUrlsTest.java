package com.lotview.inventory.imports.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.Market;
import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoUrlsTest {
  private static final String A = "https://x.test/a.jpg";
  private static final String B = "https://x.test/b.jpg?w=1&h=2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        A + "|" + B,
        A + "," + B,
        A + ", " + B + ",",
        A + ";" + B,
        A + " " + B,
        A + "|" + B + "|" + A,
        "[{\"url\":\"" + A + "\"},{\"url\":\"" + B + "\"}]",
        "[\"https:\\/\\/x.test\\/a.jpg\",\"" + B + "\"]",
      })
  void addresses_are_found_in_every_kind_of_list(String cell) {
    assertThat(PhotoUrls.in(List.of(cell))).containsExactly(URI.create(A), URI.create(B));
  }

  @Test
  void a_comma_within_an_address_parts_nothing() {
    String sized = "https://x.test/w_800,h_600/a.jpg";

    assertThat(PhotoUrls.in(List.of(sized + "," + A)))
        .containsExactly(URI.create(sized), URI.create(A));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "", "none", "a.jpg", "ftp://x.test/a.jpg", "http://", "http:///a"})
  void what_is_no_address_is_none(String cell) {
    assertThat(PhotoUrls.in(List.of(cell))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ImageList", "Photo Url List", "Image URLs", "photo_urls", "image"})
  void the_column_is_known_by_its_names(String header) throws UnreadableFileException {
    assertThat(row("Stock,Year,Make,Model," + header, "A1,2021,Ford,Focus," + A + "|" + B))
        .containsExactly(URI.create(A), URI.create(B));
  }

  @Test
  void photos_of_many_columns_keep_the_order_of_their_numbers() throws UnreadableFileException {
    List<URI> found =
        row(
            "Stock,image[1].url,Year,Make,Model,image[0].url,image[0].tag[0]",
            "A1," + B + ",2021,Ford,Focus," + A + ",Exterior");

    assertThat(found).containsExactly(URI.create(A), URI.create(B));
  }

  @Test
  void the_first_photo_of_a_google_file_comes_first() throws UnreadableFileException {
    List<URI> found =
        row(
            "Stock,additional_image_link,Year,Make,Model,image_link",
            "A1," + B + ",2021,Ford,Focus," + A);

    assertThat(found).containsExactly(URI.create(A), URI.create(B));
  }

  private static List<URI> row(String header, String line) throws UnreadableFileException {
    byte[] file =
        Stream.of(header, line)
            .reduce((a, b) -> a + "\n" + b)
            .orElseThrow()
            .getBytes(StandardCharsets.UTF_8);
    return StockFile.read(
            Source.of(file), Makes.load(), LocalDate.of(2026, 1, 1), Market.US, Learned.NONE)
        .rows()
        .getFirst()
        .photoUrls();
  }
}
