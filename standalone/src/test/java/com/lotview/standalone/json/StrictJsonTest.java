package com.lotview.standalone.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.web.Problems;
import com.lotview.kit.wiring.KitJsonConfiguration;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every request body of every service, read by the mapper that all services get: each field refuses
 * values of other types. New bodies are found automatically; a new type of field fails here.
 */
class StrictJsonTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON = kitMapper();

  // Read as a tree first, to tell an absent field from null.
  private static final Map<Class<?>, Class<?>> BEHIND_A_TREE =
      Map.of(ObjectNode.class, VehicleDraft.class);

  private static final Map<Kind, List<String>> WRONG =
      Map.of(
          Kind.WHOLE,
              List.of("18995.5", "1.0", "1e3", "\"12\"", "\"\"", "\" \"", "true", "[]", "{}"),
          Kind.FRACTION, List.of("\"12.5\"", "\"\"", "true", "[]", "{}"),
          Kind.FLAG, List.of("1", "0", "1.0", "\"true\"", "\"\"", "[]", "{}"),
          Kind.TEXT, List.of("12", "1.5", "true", "[]", "{}"),
          Kind.TIME,
              List.of(
                  "\"\"",
                  "\" \"",
                  "1795937792",
                  "1795937792303",
                  "\"1795937792303\"",
                  "\"2026-12-01T09:00:00\"",
                  "\"2026-12-01\"",
                  "true",
                  "[]",
                  "{}"),
          Kind.ID, List.of("\"\"", "\" \"", "\"12\"", "12", "true", "[]", "{}"),
          Kind.WORD, List.of("0", "\"0\"", "\"\"", "\"no such word\"", "true", "[]", "{}"),
          Kind.LIST, List.of("\"\"", "\"text\"", "1", "true", "{}"),
          Kind.OBJECT, List.of("\"\"", "\"text\"", "1", "true", "[]"));

  private enum Kind {
    WHOLE,
    FRACTION,
    FLAG,
    TEXT,
    TIME,
    ID,
    WORD,
    LIST,
    OBJECT
  }

  /** A field of a body: where it is, what it is, and whether it may be null. */
  private record Field(String pointer, Kind kind, boolean primitive) {
    String name() {
      return pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
    }
  }

  private static JsonMapper kitMapper() {
    List<JsonMapper> made = new ArrayList<>();
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(JacksonAutoConfiguration.class, KitJsonConfiguration.class))
        .run(context -> made.add(context.getBean(JsonMapper.class)));
    return made.getFirst();
  }

  @Test
  void bodiesOfAllServices_areFound() {
    assertThat(bodies().values())
        .extracting(body -> body.getPackageName().split("\\.")[2])
        .contains("auth", "inventory", "posting", "listing");
    assertThat(bodies()).hasSizeGreaterThanOrEqualTo(15);
  }

  @TestFactory
  Stream<DynamicTest> everyBody_refusesWhatIsNotItsForm() {
    return bodies().entrySet().stream()
        .map(body -> DynamicTest.dynamicTest(body.getKey(), () -> check(body.getValue())));
  }

  // Two inputs that were once accepted: a fraction of a cent, and an empty time that meant "now".
  @ParameterizedTest
  @ValueSource(strings = {"\"priceOverride\": 18995.5", "\"scheduledFor\": \"\""})
  void reportedOrders_areRefused(String field) {
    Class<?> order = bodies().get("SubmitPostingRequest");
    String body = "{\"vehicleId\": \"" + UUID.randomUUID() + "\", " + field + "}";

    RefusalException problem = problem(order, body);

    assertThat(problem.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
    assertThat(problem.fields().getFirst().field()).isEqualTo(field.split("\"")[1]);
  }

  private static void check(Class<?> body) {
    ObjectNode right = NODES.objectNode();
    List<Field> fields = new ArrayList<>();
    fill(right, "", body, fields);
    JSON.readValue(right.toString(), body);

    for (Field field : fields) {
      for (String wrong : WRONG.get(field.kind())) {
        refuses(body, with(right, field, wrong), field.name());
      }
      if (field.primitive()) {
        refuses(body, with(right, field, "null"), field.name());
      }
    }
    refuses(body, right.deepCopy().put("noSuchField", 1).toString(), "noSuchField");
    String first = right.propertyNames().iterator().next();
    String twice = right.toString().replaceFirst("}$", ",\"" + first + "\":null}");
    refuses(body, twice, first);
    refuses(body, right + " {}", "body");
    refuses(body, right + " true", "body");
  }

  private static String with(ObjectNode right, Field field, String wrong) {
    String place = "\"the place\"";
    ObjectNode body = right.deepCopy();
    int last = field.pointer().lastIndexOf('/');
    String name = field.pointer().substring(last + 1);
    switch (body.at(field.pointer().substring(0, last))) {
      case ObjectNode object -> object.put(name, "the place");
      case ArrayNode array -> array.set(Integer.parseInt(name), "the place");
      default -> fail("No field " + field);
    }
    // Not parsed: a tree would lose how the number is written.
    return body.toString().replace(place, wrong);
  }

  private static void refuses(Class<?> body, String json, String field) {
    RefusalException problem = problem(body, json);
    assertThat(problem.code()).as(json).isEqualTo(ErrorCode.VALIDATION_ERROR);
    assertThat(problem.fields()).as(json).hasSize(1);
    assertThat(problem.fields().getFirst().field()).as(json).isEqualTo(field);
    assertThat(problem.fields().getFirst().reason()).as(json).isNotBlank();
  }

  private static RefusalException problem(Class<?> body, String json) {
    try {
      // As the web server reads it: whole, and a tree first where the controller takes one.
      if (BEHIND_A_TREE.containsValue(body)) {
        JSON.treeToValue(JSON.readValue(json, ObjectNode.class), body);
      } else {
        JSON.readValue(json, body);
      }
    } catch (JacksonException e) {
      return Problems.from(
          new ServerWebInputException("", null, new DecodingException("JSON decoding error", e)));
    }
    return fail("%s takes %s", body.getSimpleName(), json);
  }

  /** Puts right values for all fields of the record into the object, and notes them. */
  private static void fill(ObjectNode object, String at, Class<?> type, List<Field> fields) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(type, component);
      String pointer = at + "/" + name;
      Type generic = component.getGenericType();
      Class<?> raw = component.getType();
      if (raw == Map.class) {
        // By free names: each value is a text or an object of its own.
        fields.add(new Field(pointer, Kind.OBJECT, false));
        Class<?> value = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[1];
        String entry = pointer + "/body";
        Kind of = kind(value, entry);
        fields.add(new Field(entry, of, false));
        if (of == Kind.OBJECT) {
          fill(object.putObject(name).putObject("body"), entry, value, fields);
        } else {
          object.putObject(name).set("body", JSON.readTree(right(of, value)));
        }
        continue;
      }
      Kind kind = kind(raw, pointer);
      fields.add(new Field(pointer, kind, raw.isPrimitive()));
      switch (kind) {
        case OBJECT -> fill(object.putObject(name), pointer, raw, fields);
        case LIST -> element(object.putArray(name), pointer, generic, fields);
        default -> object.set(name, JSON.readTree(right(kind, raw)));
      }
    }
  }

  private static void element(ArrayNode list, String at, Type generic, List<Field> fields) {
    Class<?> raw = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
    String pointer = at + "/0";
    Kind kind = kind(raw, pointer);
    fields.add(new Field(pointer, kind, false));
    if (kind == Kind.OBJECT) {
      fill(list.addObject(), pointer, raw, fields);
    } else {
      list.add(JSON.readTree(right(kind, raw)));
    }
  }

  private static String name(Class<?> type, RecordComponent component) {
    try {
      JsonProperty renamed =
          type.getDeclaredField(component.getName()).getAnnotation(JsonProperty.class);
      return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Kind kind(Class<?> type, String pointer) {
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (boxed == Integer.class || boxed == Long.class) {
      return Kind.WHOLE;
    }
    if (boxed == Double.class) {
      return Kind.FRACTION;
    }
    if (boxed == Boolean.class) {
      return Kind.FLAG;
    }
    if (boxed == String.class) {
      return Kind.TEXT;
    }
    if (boxed == Instant.class) {
      return Kind.TIME;
    }
    if (boxed == UUID.class) {
      return Kind.ID;
    }
    if (boxed.isEnum()) {
      return Kind.WORD;
    }
    if (boxed == List.class || boxed == Set.class) {
      return Kind.LIST;
    }
    if (boxed.isRecord()) {
      return Kind.OBJECT;
    }
    return fail("No wrong forms are known for %s of %s", type, pointer);
  }

  private static String right(Kind kind, Class<?> type) {
    return switch (kind) {
      case WHOLE -> "2019";
      case FRACTION -> "0.5";
      case FLAG -> "true";
      case TEXT -> "\"text\"";
      case TIME -> "\"2026-12-01T09:00:00-07:00\"";
      case ID -> "\"0190a1b2-0000-7000-8000-000000000001\"";
      case WORD -> "\"" + type.getEnumConstants()[0] + "\"";
      case LIST, OBJECT -> throw new IllegalArgumentException(kind + " has parts");
    };
  }

  /** The types of all request bodies in JSON, by their simple names. */
  private static Map<String, Class<?>> bodies() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    Map<String, Class<?>> bodies = new TreeMap<>();
    scan.findCandidateComponents("com.lotview")
        .forEach(controller -> {
          Class<?> type =
              ClassUtils.resolveClassName(
                  String.valueOf(controller.getBeanClassName()),
                  StrictJsonTest.class.getClassLoader());
          for (Method method : type.getDeclaredMethods()) {
            for (Parameter parameter : method.getParameters()) {
              Class<?> body = parameter.getType();
              // Parts of a multipart body are bytes.
              if (parameter.isAnnotationPresent(RequestBody.class) && body != Flux.class) {
                Class<?> read = BEHIND_A_TREE.getOrDefault(body, body);
                assertThat(read.isRecord()).as("%s of %s", read, method).isTrue();
                Class<?> other = bodies.put(read.getSimpleName(), read);
                assertThat(other == null || other == read).as(read.getName()).isTrue();
              }
            }
          }
        });
    return bodies;
  }
}
