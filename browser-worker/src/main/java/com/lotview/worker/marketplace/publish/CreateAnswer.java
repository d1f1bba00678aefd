package com.lotview.worker.marketplace.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The id of the new listing in the site's answer, {@code marketplace_listing_create.listing.id}
 * (marketplace-form.md §10), or the reason why there is none. An answer may have several JSON
 * documents, begin with a guard like {@code for (;;);}, break off, and write the id as text or
 * number.
 */
final class CreateAnswer {

  private static final String CREATE = "marketplace_listing_create";

  /** For a document that breaks off after the id. */
  private static final Pattern ID =
      Pattern.compile(
          "\"marketplace_listing_create\"\\s*:\\s*\\{.*?\"listing\"\\s*:\\s*\\{[^{}]*?\"id\"\\s*:\\s*(?:\"(\\d+)\"|(\\d+)\\s*[,}])",
          Pattern.DOTALL);

  private CreateAnswer() {}

  /** The id; empty if the answer names none. */
  static Optional<String> id(String body) {
    if (!body.contains(CREATE)) {
      return Optional.empty();
    }
    return documents(body)
        .flatMap(document -> id(document).stream())
        .findFirst()
        .or(() -> {
          Matcher matcher = ID.matcher(body);
          return matcher.find()
              ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
              : Optional.empty();
        });
  }

  /**
   * What the answer's {@code errors} say, for people; empty without errors. Each error has a title
   * ({@code summary}) and a sentence ({@code description} or {@code message}).
   */
  static Optional<String> refusal(String body) {
    return documents(body)
        .flatMap(document -> document.findValues("errors").stream())
        .flatMap(JsonNode::valueStream)
        .map(CreateAnswer::sentence)
        .filter(said -> !said.isBlank())
        .findFirst();
  }

  private static String sentence(JsonNode error) {
    String title = error.path("summary").asString("");
    String text =
        error.path("description").asString("").isBlank()
            ? error.path("message").asString("")
            : error.path("description").asString("");
    return Stream.of(title, text)
        .filter(part -> !part.isBlank())
        .distinct()
        .collect(Collectors.joining(": "));
  }

  private static Optional<String> id(JsonNode document) {
    JsonNode id = document.findPath(CREATE).path("listing").path("id");
    String digits = id.isString() || id.isIntegralNumber() ? id.asString("") : "";
    return digits.matches("\\d+") ? Optional.of(digits) : Optional.empty();
  }

  /** The whole documents of the answer: of all of it, or of its lines if it breaks off. */
  private static Stream<JsonNode> documents(String body) {
    return Stream.concat(Stream.of(body), body.lines()).flatMap(text -> read(text).stream());
  }

  private static List<JsonNode> read(String text) {
    List<JsonNode> read = new ArrayList<>();
    try (var values =
        JsonMapper.shared()
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(text.substring(Math.max(0, text.indexOf('{'))))) {
      Iterator<JsonNode> each = values;
      while (each.hasNext()) {
        read.add(each.next());
      }
    } catch (JacksonException brokenOff) {
      // What was read before the break is whole.
    }
    return read;
  }
}
