package com.lotview.inventory.imports.row;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Addresses of photos in cells: a single one, or a list separated by bars, commas or blanks, or
 * JSON.
 */
final class PhotoUrls {
  private static final int MOST_COLUMNS = 20;

  /** Names of the columns, those of one photo each in their order. */
  static final String HEADERS =
      "imagelist imageurls imageurl photourls photourllist photourl photos images pictureurls"
          + " picturerefs allimages fotos imagelink additionalimagelink image "
          + IntStream.range(0, MOST_COLUMNS)
              .mapToObj(i -> "image[" + i + "]url image" + i + "url image" + i)
              .collect(Collectors.joining(" "));

  // A comma may stand in an address; one before the next address parts them.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:(?![|;\\s\"'<>\\]}]|,\\s*(?:https?:|\"|$)).)+", Pattern.CASE_INSENSITIVE);

  private PhotoUrls() {}

  /** All addresses in the cells, in their order, each once. */
  static List<URI> in(List<String> cells) {
    List<URI> addresses = new ArrayList<>();
    for (String cell : cells) {
      Matcher matcher = ADDRESS.matcher(cell.replace("\\/", "/"));
      while (matcher.find()) {
        add(addresses, matcher.group());
      }
    }
    return addresses.stream().distinct().toList();
  }

  // An invalid address is skipped; the others are used.
  private static void add(List<URI> addresses, String text) {
    try {
      URI address = new URI(text.trim());
      if (address.getHost() != null) {
        addresses.add(address);
      }
    } catch (URISyntaxException e) {
      // Not an address, so it is skipped.
    }
  }
}
