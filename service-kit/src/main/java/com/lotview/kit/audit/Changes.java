package com.lotview.kit.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** Compares two states of a thing by their {@link Audited} fields. */
public final class Changes {
  private Changes() {}

  /**
   * The fields that differ, in the order of the record.
   *
   * @param before null: the thing was made
   * @param after null: the thing was removed
   * @throws IllegalArgumentException if a record is not {@link Audited}, or a field of it is a
   *     secret by its name or has a type that is no plain value
   */
  public static List<Change> between(@Nullable Record before, @Nullable Record after) {
    Map<String, String> old = values(before);
    Map<String, String> now = values(after);
    SequencedSet<String> fields = new LinkedHashSet<>(now.keySet());
    fields.addAll(old.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      if (!Objects.equals(old.get(field), now.get(field))) {
        changes.add(new Change(field, old.get(field), now.get(field)));
      }
    }
    boolean whole = before == null || after == null;
    return changes.stream().filter(change -> !whole || !saysNothing(change)).toList();
  }

  // When a thing is created or removed, an empty list is not reported as a change.
  private static boolean saysNothing(Change change) {
    return "".equals(change.from()) || "".equals(change.to());
  }

  private static Map<String, String> values(@Nullable Record state) {
    Map<String, String> values = new LinkedHashMap<>();
    if (state != null) {
      AuditedFields.of(state.getClass()).read(state, values);
    }
    return values;
  }
}
