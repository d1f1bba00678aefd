package com.lotview.kit.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.json.StorableText;
import com.lotview.kit.json.StorableTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the next part of a list begins: behind the item that has these values of the sort. Clients
 * get it as {@code nextCursor} and send it back as {@code cursor}; they need not read it. It is not
 * signed: a client that makes up a cursor sees nothing that the list would not show anyway.
 *
 * <p>All that is wrong with a cursor is refused with {@code VALIDATION_ERROR}, which names the
 * parameter.
 *
 * @param sort the order for which it was made; it is not valid for another order
 * @param values of that order, the item's id last; null where the item has none
 */
public record Cursor(String sort, List<@Nullable String> values) {
  /** Name of the parameter. */
  public static final String PARAMETER = "cursor";

  private static final int LONGEST = 2_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  public Cursor {
    // List.copyOf refuses null.
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** The place behind the item with these values; each is kept as its text. */
  public static Cursor behind(String sort, @Nullable Object... values) {
    List<@Nullable String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(value == null ? null : value.toString());
    }
    return new Cursor(sort, texts);
  }

  /** The cursor in letters, digits, hyphens and underscores. */
  public String text() {
    List<@Nullable String> parts = new ArrayList<>(values);
    parts.addFirst(sort);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
  }

  /**
   * Reads what a client sent.
   *
   * @param sort the order that the client wants now
   * @param count how many values that order has
   */
  public static Cursor read(String text, String sort, int count) {
    @Nullable String[] parts = parts(text);
    if (parts.length == 0 || !sort.equals(parts[0])) {
      throw refused("belongs to another sort; begin without it");
    }
    if (parts.length != count + 1) {
      throw refused();
    }
    return new Cursor(sort, Arrays.asList(parts).subList(1, parts.length));
  }

  private static @Nullable String[] parts(String text) {
    if (text.length() > LONGEST) {
      throw refused();
    }
    try {
      @Nullable String[] parts =
          JSON.readValue(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8),
              String[].class);
      if (parts == null
          || Arrays.stream(parts).anyMatch(one -> one != null && !StorableText.isStorable(one))) {
        throw refused();
      }
      return parts;
    } catch (JacksonException | IllegalArgumentException e) {
      throw refused();
    }
  }

  /** The value at that place as text; null if the item had none. */
  public @Nullable String find(int place) {
    return values.get(place);
  }

  /** The value at that place, which every item has. */
  public String value(int place) {
    return value(place, word -> word);
  }

  /** The value at that place as a moment. */
  public Instant instant(int place) {
    Instant time = value(place, Instant::parse);
    if (!StorableTime.isStorable(time)) {
      throw refused();
    }
    return time;
  }

  /** The value at that place as an id. */
  public UUID uuid(int place) {
    return value(place, UUID::fromString);
  }

  /** The value at that place as a whole number. */
  public long number(int place) {
    return value(place, Long::parseLong);
  }

  private <T> T value(int place, Function<String, T> read) {
    String value = values.get(place);
    if (value == null) {
      throw refused();
    }
    try {
      return read.apply(value);
    } catch (RuntimeException e) {
      throw refused();
    }
  }

  private static RefusalException refused() {
    return refused("must be a nextCursor of an earlier answer");
  }

  private static RefusalException refused(String reason) {
    return RefusalException.invalid(PARAMETER, reason);
  }
}
