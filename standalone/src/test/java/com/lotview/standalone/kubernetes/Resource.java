package com.lotview.standalone.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One Kubernetes object, as YAML says it. */
record Resource(Map<String, Object> content) {

  String kind() {
    return text("kind");
  }

  String name() {
    return text("metadata.name");
  }

  String id() {
    return kind() + "/" + name();
  }

  /** The text at a path such as {@code metadata.name}; empty if there is none. */
  String text(String path) {
    return Objects.toString(at(content, path), "");
  }

  /** The map at a path; empty if there is none. */
  Map<String, Object> map(String path) {
    return map(at(content, path));
  }

  /** The list of maps at a path; empty if there is none. */
  List<Map<String, Object>> list(String path) {
    return list(at(content, path));
  }

  /** Labels of the object itself. */
  Map<String, Object> labels() {
    return map("metadata.labels");
  }

  /** What is at a path of keys, separated by dots; null if nothing is. */
  static Object at(Object from, String path) {
    Object now = from;
    for (String key : path.split("\\.", -1)) {
      now = now instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return now;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Object value) {
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }
}
