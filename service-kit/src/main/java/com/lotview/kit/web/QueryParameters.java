package com.lotview.kit.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.json.StorableTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * The parameters of a list's address, all optional. What is wrong with one is refused with {@code
 * VALIDATION_ERROR}, which names it; a parameter without a value counts as not sent.
 */
public final class QueryParameters {
  private final MultiValueMap<String, String> given;

  private QueryParameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  /** The parameters of the request; a parameter with any other name is refused. */
  public static QueryParameters of(ServerWebExchange exchange, Set<String> names) {
    only(exchange, names);
    return new QueryParameters(exchange.getRequest().getQueryParams());
  }

  /** Refuses a parameter that has another name: a misspelt filter must not show everything. */
  public static void only(ServerWebExchange exchange, Set<String> names) {
    for (String name : exchange.getRequest().getQueryParams().keySet()) {
      if (!names.contains(name)) {
        throw RefusalException.invalid(name, "is not a known parameter");
      }
    }
  }

  /** As {@link #only(ServerWebExchange, Set)}. */
  public static void only(ServerWebExchange exchange, String... names) {
    only(exchange, Set.of(names));
  }

  /** Whether the parameter has a value. */
  public boolean has(String name) {
    return find(name) != null;
  }

  private @Nullable String find(String name) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw RefusalException.invalid(name, "is there twice");
    }
    String value = values.isEmpty() ? null : values.getFirst();
    return value == null || value.isEmpty() ? null : value;
  }

  /** A text without the blanks around it; null if it was not sent or is blank. */
  public @Nullable String text(String name, int longest) {
    String value = find(name);
    if (value != null && value.length() > longest) {
      throw RefusalException.invalid(name, "must have at most " + longest + " characters");
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  public @Nullable UUID uuid(String name) {
    return read(name, UUID::fromString, "must be a UUID");
  }

  public @Nullable Instant instant(String name) {
    Instant time =
        read(
            name,
            Instant::parse,
            "must be a time with its offset, such as 2026-12-01T09:00:00-07:00");
    if (time != null && !StorableTime.isStorable(time)) {
      throw RefusalException.invalid(name, "must be a time from 1900 to 2199");
    }
    return time;
  }

  /** False if it was not sent. */
  public boolean flag(String name) {
    Boolean value =
        read(
            name,
            word -> {
              if (!word.equals("true") && !word.equals("false")) {
                throw new IllegalArgumentException(word);
              }
              return word.equals("true");
            },
            "must be true or false");
    return Boolean.TRUE.equals(value);
  }

  /** A whole number from 1 to {@code highest}. */
  public int number(String name, int highest, int otherwise) {
    Integer value = read(name, Integer::valueOf, "must be 1 to " + highest);
    if (value == null) {
      return otherwise;
    }
    if (value < 1 || value > highest) {
      throw RefusalException.invalid(name, "must be 1 to " + highest);
    }
    return value;
  }

  /** One of these words; {@code otherwise} if it was not sent. */
  public <T> T oneOf(String name, List<T> values, Function<T, String> word, T otherwise) {
    String given = find(name);
    if (given == null) {
      return otherwise;
    }
    return values.stream()
        .filter(value -> word.apply(value).equals(given))
        .findFirst()
        .orElseThrow(() -> notOneOf(name, values.stream().map(word)));
  }

  /** Words of an enum, repeated or separated by commas; empty if it was not sent. */
  public <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
    Set<E> found = EnumSet.noneOf(type);
    for (String value : given.getOrDefault(name, List.of())) {
      for (String word : value == null ? new String[] {""} : value.split(",", -1)) {
        if (word.isEmpty()) {
          throw RefusalException.invalid(name, "must not be empty");
        }
        found.add(
            Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(
                    () -> notOneOf(name, Arrays.stream(type.getEnumConstants()).map(Enum::name))));
      }
    }
    return found;
  }

  private static RefusalException notOneOf(String name, Stream<String> words) {
    return RefusalException.invalid(
        name, "must be one of " + words.collect(Collectors.joining(", ")));
  }

  private <T> @Nullable T read(String name, Function<String, T> parse, String wanted) {
    String value = find(name);
    try {
      return value == null ? null : parse.apply(value);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw RefusalException.invalid(name, wanted);
    }
  }
}
