package com.lotview.worker.marketplace.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.WebElement;

/** The result of a page script: values and elements by name, with typed access. */
public record ScriptResult(Map<?, ?> values) {

  public static Optional<ScriptResult> of(Object result) {
    return result instanceof Map<?, ?> map ? Optional.of(new ScriptResult(map)) : Optional.empty();
  }

  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  public boolean flag(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  public int number(String name) {
    return values.get(name) instanceof Number number ? number.intValue() : 0;
  }

  public double decimal(String name) {
    return values.get(name) instanceof Number number ? number.doubleValue() : 0;
  }

  public Optional<WebElement> element(String name) {
    return values.get(name) instanceof WebElement element ? Optional.of(element) : Optional.empty();
  }

  public Optional<ScriptResult> part(String name) {
    Object part = values.get(name);
    return part == null ? Optional.empty() : of(part);
  }

  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
