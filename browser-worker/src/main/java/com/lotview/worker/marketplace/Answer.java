package com.lotview.worker.marketplace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/**
 * What the page script answered: a bag of values and elements, read with the types it is known to
 * hold.
 */
record Answer(Map<?, ?> values) {

  static Optional<Answer> of(Object result) {
    return result instanceof Map<?, ?> map ? Optional.of(new Answer(map)) : Optional.empty();
  }

  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  int number(String name) {
    return values.get(name) instanceof Number number ? number.intValue() : 0;
  }

  double decimal(String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  Optional<WebElement> element(String name) {
    return values.get(name) instanceof WebElement element ? Optional.of(element) : Optional.empty();
  }

  Optional<Answer> part(String name) {
    Object part = values.get(name);
    return part == null ? Optional.empty() : of(part);
  }

  List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
