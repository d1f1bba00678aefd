package com.lotview.standalone.openapi;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.kit.openapi.ApiAnswer;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.openapi.ApiQuery;
import com.lotview.standalone.openapi.Schemas.Way;
import com.lotview.standalone.reference.Routes.Route;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One operation of the document, from its handler. */
final class Operation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_KEY = 200;

  private final Route route;
  private final Method handler;
  private final Schemas schemas;
  private final ObjectNode node = NODES.objectNode();

  private Operation(Route route, Schemas schemas) {
    this.route = route;
    this.handler = route.handler();
    this.schemas = schemas;
  }

  /**
   * @param sentence what it does, from the reference page
   * @param scopes the permissions that an API key may have
   */
  static ObjectNode of(
      Route route, String sentence, HandlerCode code, Schemas schemas, Collection<String> scopes) {
    Operation operation = new Operation(route, schemas);
    operation.describe(sentence);
    operation.secure(scopes);
    operation.parameters();
    operation.body();
    operation.answers(code);
    return operation.node;
  }

  private void describe(String sentence) {
    String service = handler.getDeclaringClass().getPackageName().split("\\.")[2];
    String controller = handler.getDeclaringClass().getSimpleName().replace("Controller", "");
    node.put("operationId", decapitalized(controller) + capitalized(handler.getName()));
    node.putArray("tags").add(service);
    node.put("summary", sentence.split("[.:;](\\s|$)", 2)[0]);
    node.put("description", sentence);
  }

  private void secure(Collection<String> scopes) {
    ArrayNode ways = node.putArray("security");
    if (route.isPublic()) {
      return;
    }
    List<String> needed = route.permissions().stream().map(Permission::value).toList();
    ways.addObject().putArray("accessToken");
    if (!route.forPeople() && scopes.containsAll(needed)) {
      ArrayNode wanted = ways.addObject().putArray("apiKey");
      needed.forEach(wanted::add);
    }
    if (!needed.isEmpty()) {
      ArrayNode permissions = node.putArray("x-permission");
      needed.forEach(permissions::add);
    }
  }

  private void parameters() {
    ArrayNode all = NODES.arrayNode();
    for (Parameter parameter : handler.getParameters()) {
      if (parameter.isAnnotationPresent(PathVariable.class)) {
        ObjectNode one = parameter(all, parameter.getName(), "path", true);
        boolean id = parameter.getName().toLowerCase(Locale.ROOT).endsWith("id");
        ObjectNode schema = one.putObject("schema").put("type", "string");
        if (id) {
          schema.put("format", "uuid");
        }
        one.put("example", id ? Samples.ID : parameter.getName());
      } else if (parameter.getAnnotation(RequestParam.class) instanceof RequestParam query) {
        query(all, parameter, query);
      } else if (parameter.getAnnotation(RequestHeader.class) instanceof RequestHeader header) {
        header(all, header.name());
      } else if (parameter.getAnnotations().length == 0 && isOfService(parameter.getType())) {
        query(all, parameter.getType());
      }
    }
    if (handler.getAnnotation(ApiQuery.class) instanceof ApiQuery query) {
      query(all, query.value());
    }
    if (!all.isEmpty()) {
      node.set("parameters", all);
    }
  }

  /** A record of the service itself, which Spring fills from the query. */
  private static boolean isOfService(Class<?> type) {
    return type.isRecord() && !type.getPackageName().startsWith("com.lotview.kit");
  }

  private static void header(ArrayNode all, String name) {
    switch (name) {
      case "Idempotency-Key" -> {
        ObjectNode one = parameter(all, name, "header", false);
        one.put("description", "The same key with the same request returns the first answer.");
        one.putObject("schema")
            .put("type", "string")
            .put("minLength", 1)
            .put("maxLength", LONGEST_KEY);
        one.put("example", "order-1042");
      }
      case "If-Match" -> {
        ObjectNode one = parameter(all, name, "header", false);
        one.put("description", "The ETag of an earlier answer; refused if there is a newer one.");
        one.putObject("schema").put("type", "string");
        one.put("example", "*");
      }
      case "Content-Length" -> {}
      default -> throw new IllegalStateException("Say here what the header " + name + " means");
    }
  }

  private void query(ArrayNode all, Class<?> record) {
    schemas
        .parameters(record)
        .forEach((name, schema) -> parameter(all, name, "query", false).set("schema", schema));
  }

  private void query(ArrayNode all, Parameter parameter, RequestParam query) {
    boolean fallback = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    String name = query.name().isEmpty() ? parameter.getName() : query.name();
    ObjectNode one = parameter(all, name, "query", query.required() && !fallback);
    ObjectNode schema = schemas.of(parameter.getParameterizedType(), Way.REQUEST);
    Rules.apply(parameter, schema);
    if (fallback && !query.defaultValue().isEmpty()) {
      switch (schema.path("type").asString()) {
        case "integer" -> schema.put("default", Long.parseLong(query.defaultValue()));
        case "boolean" -> schema.put("default", Boolean.parseBoolean(query.defaultValue()));
        default -> schema.put("default", query.defaultValue());
      }
    }
    one.set("schema", schema);
  }

  private static ObjectNode parameter(ArrayNode all, String name, String in, boolean required) {
    return all.addObject().put("name", name).put("in", in).put("required", required);
  }

  private void body() {
    for (Parameter parameter : handler.getParameters()) {
      RequestBody body = parameter.getAnnotation(RequestBody.class);
      if (body == null) {
        continue;
      }
      ApiBody shape = parameter.getAnnotation(ApiBody.class);
      if (shape == null && !((Class<?>) parameter.getType()).isRecord()) {
        throw new IllegalStateException(
            "Say with @ApiBody which record describes the body of " + handler);
      }
      boolean partial = shape != null && shape.partial();
      Way way = route.method().equals("PATCH") || partial ? Way.CHANGE : Way.REQUEST;
      ObjectNode request = node.putObject("requestBody").put("required", body.required());
      request
          .putObject("content")
          .putObject(media())
          .set("schema", schemas.of(shape == null ? parameter.getType() : shape.value(), way));
    }
  }

  private String media() {
    String[] consumed =
        AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class).consumes();
    return consumed.length == 0 ? "application/json" : consumed[0];
  }

  private void answers(HandlerCode code) {
    ObjectNode answers = node.putObject("responses");
    List<Type> types = types();
    for (int status : statuses(code, types)) {
      answer(answers, status, types);
    }
    ApiAnswer said = handler.getAnnotation(ApiAnswer.class);
    if (said != null && said.accepted() != void.class) {
      answer(answers, HttpStatus.ACCEPTED.value(), List.of(said.accepted()));
    }
    Set<ErrorCode> codes = code.codes(handler);
    codes.addAll(common());
    codes.stream()
        .collect(groupingBy(ErrorCode::status, TreeMap::new, toList()))
        .forEach((status, all) ->
            answers
                .putObject(String.valueOf(status))
                .put("$ref", "#/components/responses/" + Problems.name(all)));
  }

  private void answer(ObjectNode answers, int status, List<Type> types) {
    ObjectNode answer = answers.putObject(String.valueOf(status));
    answer.put("description", HttpStatus.valueOf(status).getReasonPhrase());
    if (!types.isEmpty()) {
      ObjectNode content = answer.putObject("content");
      media(types).forEach(media -> content.set(media, content(types)));
    }
  }

  /** A handler that writes bytes exports a table in several formats. */
  private List<String> media(List<Type> types) {
    return types.equals(List.of(DataBuffer.class))
        ? List.of("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        : List.of(answered(types));
  }

  private String answered(List<Type> types) {
    if (types.equals(List.of(ByteBuffer.class))) {
      return "image/jpeg";
    }
    if (!types.equals(List.of(String.class))) {
      return "application/json";
    }
    boolean csv = route.path().endsWith("/export") || route.path().endsWith(".csv");
    return csv ? "text/csv" : "application/json";
  }

  private ObjectNode content(List<Type> types) {
    ObjectNode content = NODES.objectNode();
    if (types.size() == 1) {
      content.set(
          "schema",
          types.getFirst() == String.class && answered(types).contains("json")
              ? NODES.objectNode().put("type", "object")
              : schemas.of(types.getFirst(), Way.ANSWER));
    } else {
      ArrayNode either = content.putObject("schema").putArray("anyOf");
      types.forEach(type -> either.add(schemas.of(type, Way.ANSWER)));
    }
    return content;
  }

  private Set<Integer> statuses(HandlerCode code, List<Type> types) {
    ResponseStatus fixed = handler.getAnnotation(ResponseStatus.class);
    if (fixed != null) {
      return Set.of(fixed.value().value());
    }
    Set<Integer> chosen = new TreeSet<>(code.statuses(handler));
    chosen.removeIf(status -> status >= 300);
    return chosen.isEmpty() ? Set.of(200) : chosen;
  }

  private List<Type> types() {
    ApiAnswer said = handler.getAnnotation(ApiAnswer.class);
    if (said != null) {
      return Arrays.<Type>asList(said.value());
    }
    Type type = handler.getGenericReturnType();
    while (type instanceof ParameterizedType generic
        && (Publisher.class.isAssignableFrom((Class<?>) generic.getRawType())
            || generic.getRawType() == ResponseEntity.class)) {
      type = generic.getActualTypeArguments()[0];
    }
    if (type instanceof WildcardType) {
      throw new IllegalStateException("Say with @ApiAnswer what is answered by " + handler);
    }
    return type == Void.class || type == void.class ? List.of() : List.of(type);
  }

  /** Codes that the kit or the gateway give for any operation of the kind. */
  private Set<ErrorCode> common() {
    Set<ErrorCode> codes =
        EnumSet.of(
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.RATE_LIMITED,
            ErrorCode.INTERNAL_ERROR,
            ErrorCode.SERVICE_UNAVAILABLE);
    if (!route.isPublic()) {
      codes.addAll(EnumSet.of(ErrorCode.AUTH_TOKEN_INVALID, ErrorCode.AUTH_TOKEN_EXPIRED));
    }
    if (!route.permissions().isEmpty()) {
      codes.add(ErrorCode.FORBIDDEN);
    }
    if (node.has("parameters") || node.has("requestBody")) {
      codes.add(ErrorCode.VALIDATION_ERROR);
    }
    if (route.path().contains("{")) {
      codes.add(ErrorCode.NOT_FOUND);
    }
    if (node.has("requestBody")) {
      codes.add(ErrorCode.PAYLOAD_TOO_LARGE);
      codes.add(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }
    if (!route.method().equals("GET")) {
      codes.add(ErrorCode.STORAGE_FULL);
    }
    return codes;
  }

  private static String decapitalized(String word) {
    return Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
