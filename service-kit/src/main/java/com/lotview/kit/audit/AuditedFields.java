package com.lotview.kit.audit;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audited fields of a type of record, and how their values are written. */
final class AuditedFields {
  /**
   * Maximum characters kept of a value; longer texts are cut, because the rest adds no evidence.
   */
  static final int MAX_CHARS = 2_000;

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secret|token|hash|cookie|session|sealed|fingerprint).*");

  private static final ClassValue<AuditedFields> TYPES =
      new ClassValue<>() {
        @Override
        protected AuditedFields computeValue(Class<?> type) {
          return new AuditedFields(read(type));
        }
      };

  private final List<Method> accessors;

  private AuditedFields(List<Method> accessors) {
    this.accessors = accessors;
  }

  static AuditedFields of(Class<? extends Record> type) {
    return TYPES.get(type);
  }

  private static List<Method> read(Class<?> type) {
    Audited whole = type.getAnnotation(Audited.class);
    Set<String> except = whole == null ? Set.of() : Set.of(whole.except());
    List<RecordComponent> all = Arrays.asList(type.getRecordComponents());
    refuse(
        !all.stream().map(RecordComponent::getName).toList().containsAll(except),
        type + " has not all of " + except);
    List<Method> accessors =
        all.stream()
            .filter(one -> whole != null || one.isAnnotationPresent(Audited.class))
            .filter(one -> !except.contains(one.getName()))
            .map(AuditedFields::accessor)
            .toList();
    refuse(accessors.isEmpty(), type + " has no audited field");
    return accessors;
  }

  private static Method accessor(RecordComponent component) {
    refuse(
        SECRET.matcher(component.getName()).matches(),
        component + " looks like a secret: it must not be audited");
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  /** Adds what the record has; a field without a value is left out. */
  void read(Record state, Map<String, String> values) {
    for (Method accessor : accessors) {
      switch (value(accessor, state)) {
        case null -> {}
        case Record inner -> of(inner.getClass()).read(inner, values);
        case Object value -> values.put(accessor.getName(), cut(text(value)));
      }
    }
  }

  private static @Nullable Object value(Method accessor, Record state) {
    try {
      return accessor.invoke(state);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }

  private static String text(Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case Enum<?> constant -> constant.name();
      case UUID id -> id.toString();
      case URI address -> address.toString();
      case Temporal time -> time.toString();
      case Set<?> set -> joined(set.stream().map(AuditedFields::text).sorted());
      case Collection<?> list -> joined(list.stream().map(AuditedFields::text));
      default -> throw new IllegalArgumentException(value.getClass() + " is no plain value");
    };
  }

  private static String joined(Stream<String> texts) {
    return texts.collect(Collectors.joining(", "));
  }

  private static String cut(String text) {
    return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "…";
  }

  private static void refuse(boolean wrong, String why) {
    if (wrong) {
      throw new IllegalArgumentException(why);
    }
  }
}
