package com.lotview.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a multipart/form-data body into its parts. */
public final class Multipart {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern ATTRIBUTE = Pattern.compile("(name|filename)=\"([^\"]*)\"");

  /**
   * One part.
   *
   * @param name the field's name
   * @param fileName the file's name; empty for an ordinary field
   * @param bytes the content
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once; never compared or changed.
  public record Part(String name, String fileName, byte[] bytes) {}

  private Multipart() {}

  /**
   * All parts in order.
   *
   * @throws BadRequest when the body does not follow its boundary
   */
  public static List<Part> parts(String contentType, byte[] body) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find()) {
      throw new BadRequest("multipart/form-data with a boundary is needed");
    }
    byte[] boundary = ("--" + matcher.group(1)).getBytes(StandardCharsets.ISO_8859_1);
    List<Part> parts = new ArrayList<>();
    int start = indexOf(body, boundary, 0);
    while (start >= 0) {
      int from = start + boundary.length + 2;
      int next = indexOf(body, boundary, from);
      if (next < 0) {
        break;
      }
      parts.add(part(Arrays.copyOfRange(body, from, next - 2)));
      start = next;
    }
    return parts;
  }

  private static Part part(byte[] bytes) {
    int headerEnd = indexOf(bytes, new byte[] {13, 10, 13, 10}, 0);
    if (headerEnd < 0) {
      throw new BadRequest("a part without headers");
    }
    String headers = new String(bytes, 0, headerEnd, StandardCharsets.UTF_8);
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(headers);
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2));
    }
    return new Part(
        attributes.getOrDefault("name", ""),
        attributes.getOrDefault("filename", ""),
        Arrays.copyOfRange(bytes, headerEnd + 4, bytes.length));
  }

  private static int indexOf(byte[] haystack, byte[] needle, int from) {
    for (int i = from; i <= haystack.length - needle.length; i++) {
      if (haystack[i] == needle[0]
          && Arrays.equals(haystack, i, i + needle.length, needle, 0, needle.length)) {
        return i;
      }
    }
    return -1;
  }
}
