package com.lotview.listing.text.builtin;

import com.lotview.kit.resource.ClassPathFile;
import java.util.List;

/** Reads the writer's resource files: lines without comments and blank lines. */
final class Lines {
  private Lines() {}

  static List<String> of(String name) {
    return ClassPathFile.lines(Lines.class, "/lotview/listing/writer/" + name).stream()
        .map(String::strip)
        .filter(line -> !line.startsWith("#"))
        .toList();
  }
}
