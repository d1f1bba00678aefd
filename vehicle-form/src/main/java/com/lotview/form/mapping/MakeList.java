package com.lotview.form.mapping;

import com.lotview.form.Texts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The makes that a form accepts. */
public final class MakeList {

  private static final MakeNames NAMES = MakeNames.load();

  private MakeList() {}

  /** The list's entries, and the feeds' names that stand for one of them. */
  public static List<String> accepted(List<String> list) {
    Set<String> entries = list.stream().map(Texts::key).collect(Collectors.toSet());
    Stream<String> aliases =
        NAMES.all().stream()
            .filter(make ->
                Stream.concat(Stream.of(Texts.key(make)), NAMES.otherNames(make).stream())
                    .anyMatch(entries::contains))
            .flatMap(make -> Stream.concat(Stream.of(make), NAMES.otherNames(make).stream()));
    return Stream.concat(list.stream(), aliases).distinct().toList();
  }
}
