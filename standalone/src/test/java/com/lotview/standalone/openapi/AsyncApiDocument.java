package com.lotview.standalone.openapi;

import com.lotview.contracts.KafkaUser;
import com.lotview.contracts.Topics;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AsyncAPI 3 document of the topics, made from {@link Topics}, {@link KafkaUser} and the
 * schemas of {@code contracts}, and of the WebSocket, whose names of frames are those in the code.
 */
final class AsyncApiDocument {
  private static final Path EVENTS = Path.of("../contracts/src/main/resources/contracts/events");
  private static final String FRAMES = "classpath*:com/lotview/notification/event/*.class";

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private AsyncApiDocument() {}

  static ObjectNode made() throws IOException {
    AsyncApiDocument document = new AsyncApiDocument();
    document.head();
    for (String topic : Topics.ALL) {
      document.topic(topic);
    }
    document.socket();
    return document.root;
  }

  private void head() {
    root.put("asyncapi", "3.0.0");
    ObjectNode info = root.putObject("info");
    info.put("title", "LotView events").put("version", "1");
    info.put(
        "description",
        "Within a version only fields are added: ignore those that you do not know. A message may"
            + " come again: its id (ce_id) stays the same.");
    root.put("defaultContentType", "application/json");
    root.putObject("channels");
    root.putObject("operations");
    root.putObject("components").putObject("messages");
  }

  private void topic(String topic) throws IOException {
    ObjectNode channel = root.withObject("/channels").putObject(topic);
    channel.put("address", topic);
    channel.put(
        "description",
        "Kafka topic; written by %s; read by %s; what fails at a consumer is in %s%s"
            .formatted(
                users(user -> user.writes().contains(topic)),
                users(user -> user.mayRead().contains(topic)),
                topic,
                Topics.DEAD_LETTER_SUFFIX));
    ObjectNode messages = channel.putObject("messages");
    ObjectNode receive = operation(topic, "receive", topic);
    ArrayNode received = receive.putArray("messages");
    for (String type : types(topic)) {
      messages.putObject(type).put("$ref", "#/components/messages/" + type);
      received.addObject().put("$ref", "#/channels/" + topic + "/messages/" + type);
      root.withObject("/components/messages").set(type, message(topic, type));
    }
  }

  private static String users(Predicate<KafkaUser> fits) {
    return Stream.of(KafkaUser.values())
        .filter(fits)
        .map(KafkaUser::principal)
        .collect(Collectors.joining(", "));
  }

  static List<String> types(String topic) throws IOException {
    try (Stream<Path> folders = Files.list(EVENTS.resolve(topic))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private ObjectNode operation(String name, String action, String channel) {
    ObjectNode operation = root.withObject("/operations").putObject(name);
    operation.put("action", action);
    operation.putObject("channel").put("$ref", "#/channels/" + channel);
    return operation;
  }

  private static ObjectNode message(String topic, String type) throws IOException {
    Path folder = EVENTS.resolve(topic).resolve(type);
    ObjectNode schema = (ObjectNode) read(folder.resolve("v1.schema.json"));
    schema.remove(List.of("$id", "$schema"));
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.put("name", type);
    message.put("summary", schema.path("description").asString(type));
    ObjectNode headers = message.putObject("headers").put("type", "object");
    headers.put("description", "CloudEvents 1.0, binary mode.");
    ObjectNode names = headers.putObject("properties");
    names.putObject("ce_id").put("type", "string").put("format", "uuid");
    names.putObject("ce_type").put("type", "string").put("const", type);
    names.putObject("ce_source").put("type", "string");
    names.putObject("ce_time").put("type", "string").put("format", "date-time");
    names.putObject("traceparent").put("type", "string");
    headers.putArray("required").add("ce_id").add("ce_type").add("ce_source").add("ce_time");
    message.set("payload", schema);
    message
        .putArray("examples")
        .addObject()
        .set("payload", read(folder.resolve("v1.example.json")));
    return message;
  }

  private static JsonNode read(Path file) throws IOException {
    return ApiDocument.JSON.readTree(Files.readString(file));
  }

  private void socket() throws IOException {
    ObjectNode channel = root.withObject("/channels").putObject("socket");
    channel.put("address", "/ws");
    channel.put(
        "description", "Opened once with ?ticket= of POST /v1/ws-tickets; ?after=n replays.");
    ObjectNode frame = root.withObject("/components/messages").putObject("frame");
    frame.put("summary", "What is new for the dealership; seq rises by one.");
    ObjectNode payload = frame.putObject("payload").put("type", "object");
    ObjectNode fields = payload.putObject("properties");
    ArrayNode names = fields.putObject("event").put("type", "string").putArray("enum");
    frames().forEach(names::add);
    fields.putObject("data").put("type", "object");
    fields.putObject("seq").put("type", "integer");
    payload.putArray("required").add("event").add("data").add("seq");
    channel.putObject("messages").putObject("frame").put("$ref", "#/components/messages/frame");
    operation("socket", "receive", "socket")
        .putArray("messages")
        .addObject()
        .put("$ref", "#/channels/socket/messages/frame");
  }

  /** The names of frames: strings like {@code posting.completed} in the code that makes them. */
  static Set<String> frames() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(FRAMES)) {
      for (PoolEntry entry :
          ClassFile.of().parse(file.getInputStream().readAllBytes()).constantPool()) {
        if (entry instanceof StringEntry text
            && text.stringValue().matches("[a-z]+\\.[a-zA-Z_]+")) {
          names.add(text.stringValue());
        }
      }
    }
    return names;
  }
}
