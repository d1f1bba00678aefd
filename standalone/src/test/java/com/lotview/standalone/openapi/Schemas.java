package com.lotview.standalone.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON Schemas of records as Jackson writes and reads them; each record is named once. */
final class Schemas {
  /** The direction of the record; it decides what "required" means. */
  enum Way {
    REQUEST,
    CHANGE,
    ANSWER
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, ObjectNode> named = new TreeMap<>();
  private final Map<String, Object> owners = new TreeMap<>();

  /** All records so far, by name. */
  Map<String, ObjectNode> named() {
    return named;
  }

  /** The schemas of a record whose fields are query parameters, by name. */
  Map<String, ObjectNode> parameters(Class<?> type) {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      ObjectNode schema = of(component.getGenericType(), Way.REQUEST);
      Rules.apply(field(type, component), schema);
      all.put(component.getName(), schema);
    }
    return all;
  }

  /** The schema of a type; a reference for a record. */
  ObjectNode of(Type type, Way way) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, way);
    }
    Class<?> raw = (Class<?>) ClassUtils.resolvePrimitiveIfNecessary((Class<?>) type);
    ObjectNode schema = NODES.objectNode();
    if (raw == ByteBuffer.class || raw == DataBuffer.class) {
      return schema.put("type", "string").put("format", "binary");
    }
    if (raw.isEnum()) {
      ArrayNode words = schema.put("type", "string").putArray("enum");
      Arrays.stream(raw.getEnumConstants())
          .map(each -> ((Enum<?>) each).name())
          .forEach(words::add);
      return schema;
    }
    if (raw.isRecord()) {
      return ofRecord(raw, way);
    }
    if (raw == Object.class) {
      return schema;
    }
    String[] kind = kind(raw).split(" ");
    schema.put("type", kind[0]);
    if (kind.length > 1) {
      schema.put("format", kind[1]);
    }
    return schema;
  }

  private static String kind(Class<?> raw) {
    return switch (raw.getSimpleName()) {
      case "String" -> "string";
      case "ObjectNode" -> "object";
      case "Boolean" -> "boolean";
      case "Integer" -> "integer int32";
      case "Long" -> "integer int64";
      case "Double" -> "number double";
      case "UUID" -> "string uuid";
      case "Instant", "OffsetDateTime" -> "string date-time";
      case "LocalDate" -> "string date";
      case "URI" -> "string uri";
      default -> throw new IllegalArgumentException("No schema is known for " + raw);
    };
  }

  private ObjectNode ofGeneric(ParameterizedType generic, Way way) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] inner = generic.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      ObjectNode list = NODES.objectNode().put("type", "array");
      list.set("items", of(inner[0], way));
      return list;
    }
    if (raw == Map.class) {
      ObjectNode map = NODES.objectNode().put("type", "object");
      map.set("additionalProperties", of(inner[1], way));
      return map;
    }
    throw new IllegalArgumentException("No schema is known for " + generic);
  }

  private ObjectNode ofRecord(Class<?> type, Way way) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (has(type, component, JsonValue.class)) {
        return of(component.getGenericType(), way);
      }
    }
    String name =
        name(type) + (way == Way.CHANGE && !name(type).contains("Change") ? "Change" : "");
    Object owner = type.getName() + " " + way;
    Object other = owners.get(name);
    if (other != null && !other.equals(owner)) {
      boolean same = other.toString().startsWith(type.getName() + " ");
      name = same ? name + "Sent" : service(type) + name;
    }
    if (owners.putIfAbsent(name, owner) == null) {
      ObjectNode schema = NODES.objectNode();
      named.put(name, schema);
      fill(schema, type, way);
    }
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  private static String service(Class<?> type) {
    String word = type.getPackageName().split("\\.")[2];
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    String own = type.getSimpleName();
    if (outer == null) {
      return own;
    }
    String before = outer.getSimpleName().replaceAll("(Controller|Response|Answer)$", "");
    return own.startsWith(before) ? own : before + own;
  }

  private void fill(ObjectNode schema, Class<?> type, Way way) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = NODES.arrayNode();
    components(type, way, properties, required);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (way != Way.ANSWER) {
      schema.put("additionalProperties", false);
    }
  }

  private void components(Class<?> type, Way way, ObjectNode properties, ArrayNode required) {
    for (RecordComponent component : type.getRecordComponents()) {
      AnnotatedElement field = field(type, component);
      if (field.isAnnotationPresent(JsonUnwrapped.class)) {
        components(component.getType(), way, properties, required);
        continue;
      }
      JsonProperty renamed = field.getAnnotation(JsonProperty.class);
      String name = renamed == null ? component.getName() : renamed.value();
      ObjectNode schema = of(component.getGenericType(), way);
      boolean needed =
          way == Way.ANSWER
              ? !leftOut(type, field) || !nullable(component.getAnnotatedType())
              : Rules.apply(field, schema) && way == Way.REQUEST
                  || way == Way.REQUEST && component.getType().isPrimitive();
      boolean maybeNull =
          nullable(component.getAnnotatedType()) && !(way == Way.ANSWER && leftOut(type, field));
      properties.set(name, maybeNull && !needsNoNull(way, needed) ? orNull(schema) : schema);
      if (needed) {
        required.add(name);
      }
    }
  }

  // A required field of a request is refused as null too.
  private static boolean needsNoNull(Way way, boolean needed) {
    return way == Way.REQUEST && needed;
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.path("type").isString()) {
      String type = schema.path("type").asString();
      schema.putArray("type").add(type).add("null");
      if (schema.get("enum") instanceof ArrayNode words) {
        words.addNull();
      }
      return schema;
    }
    ObjectNode either = NODES.objectNode();
    ArrayNode all = either.putArray("anyOf");
    all.add(schema);
    all.addObject().put("type", "null");
    return either;
  }

  private static boolean leftOut(Class<?> type, AnnotatedElement field) {
    JsonInclude own = field.getAnnotation(JsonInclude.class);
    JsonInclude all = type.getAnnotation(JsonInclude.class);
    JsonInclude rule = own == null ? all : own;
    return rule != null && rule.value() != JsonInclude.Include.ALWAYS;
  }

  static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static boolean has(
      Class<?> type, RecordComponent component, Class<? extends Annotation> annotation) {
    return field(type, component).isAnnotationPresent(annotation);
  }

  private static AnnotatedElement field(Class<?> type, RecordComponent component) {
    try {
      return type.getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
