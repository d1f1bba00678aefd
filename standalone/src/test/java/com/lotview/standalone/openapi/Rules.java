package com.lotview.standalone.openapi;

import com.lotview.kit.openapi.ApiField;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of a field: those of Bean Validation, and those of {@link ApiField}. */
final class Rules {
  private Rules() {}

  /** Writes the rules into the schema; whether the field is required. */
  static boolean apply(AnnotatedElement field, ObjectNode schema) {
    boolean list = schema.path("type").asString("").equals("array");
    Size size = field.getAnnotation(Size.class);
    if (size != null) {
      length(schema, list, size.min(), size.max());
    }
    if (field.isAnnotationPresent(NotBlank.class) || field.isAnnotationPresent(NotEmpty.class)) {
      length(schema, list, Math.max(1, size == null ? 0 : size.min()), Integer.MAX_VALUE);
    }
    Pattern pattern = field.getAnnotation(Pattern.class);
    if (pattern != null) {
      // JSON Schema finds a pattern anywhere; Bean Validation matches the whole.
      schema.put("pattern", "^(?:" + portable(pattern.regexp()) + ")$");
    }
    if (field.isAnnotationPresent(Email.class)) {
      schema.put("format", "email");
    }
    if (field.getAnnotation(Min.class) instanceof Min least) {
      schema.put("minimum", least.value());
    }
    if (field.getAnnotation(Max.class) instanceof Max most) {
      schema.put("maximum", most.value());
    }
    boolean required =
        field.isAnnotationPresent(NotNull.class)
            || field.isAnnotationPresent(NotBlank.class)
            || field.isAnnotationPresent(NotEmpty.class);
    ApiField own = field.getAnnotation(ApiField.class);
    return own == null ? required : apply(own, schema, list) || required;
  }

  private static boolean apply(ApiField rule, ObjectNode schema, boolean list) {
    if (rule.min() != Long.MIN_VALUE) {
      schema.put("minimum", rule.min());
    }
    if (rule.max() != Long.MAX_VALUE) {
      schema.put("maximum", rule.max());
    }
    length(schema, list, rule.minLength(), rule.maxLength());
    List<String> words = words(rule);
    if (!words.isEmpty()) {
      ArrayNode all = schema.putArray("enum");
      words.forEach(all::add);
    }
    if (!rule.format().isEmpty()) {
      schema.put("format", rule.format());
    }
    if (!rule.example().isEmpty()) {
      ArrayNode examples = schema.putArray("examples");
      if (schema.path("type").asString("").equals("integer")) {
        examples.add(Long.parseLong(rule.example()));
      } else {
        examples.add(rule.example());
      }
    }
    return rule.required();
  }

  /** The same in the dialect of JSON Schema, which is that of JavaScript. */
  private static String portable(String regexp) {
    return regexp
        .replace("\\P{Cntrl}", "[^\\u0000-\\u001f\\u007f]")
        .replace("\\p{Cntrl}", "\\u0000-\\u001f\\u007f")
        .replace("*+", "*");
  }

  private static List<String> words(ApiField rule) {
    if (rule.words().length > 0) {
      return List.of(rule.words());
    }
    return Arrays.stream(rule.wordsOf().getEnumConstants())
        .map(word -> ((Enum<?>) word).name())
        .toList();
  }

  private static void length(ObjectNode schema, boolean list, int least, int most) {
    if (least > 0) {
      schema.put(list ? "minItems" : "minLength", least);
    }
    if (most < Integer.MAX_VALUE) {
      schema.put(list ? "maxItems" : "maxLength", most);
    }
  }
}
