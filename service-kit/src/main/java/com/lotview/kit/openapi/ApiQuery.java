package com.lotview.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The record that describes the address's parameters of a handler which reads them by name. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiQuery {
  Class<? extends Record> value();

  /** Names of the parameters that such a record describes. */
  final class Names {
    private Names() {}

    public static Set<String> of(Class<? extends Record> query) {
      return Arrays.stream(query.getRecordComponents())
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());
    }
  }
}
