package com.lotview.worker.marketplace.publish;

import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The id of the new listing in the site's answer, {@code marketplace_listing_create.listing.id}
 * (marketplace-form.md §10). An answer may have several JSON documents, begin with a guard like
 * {@code for (;;);}, break off, and write the id as text or number.
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
        .or(() -> body.lines().flatMap(line -> documents(line).stream()).findFirst())
        .or(() -> {
          Matcher matcher = ID.matcher(body);
          return matcher.find()
              ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
              : Optional.empty();
        });
  }

  private static Optional<String> documents(String text) {
    try (var values =
        JsonMapper.shared()
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(text.substring(Math.max(0, text.indexOf('{'))))) {
      Iterator<JsonNode> each = values;
      while (each.hasNext()) {
        JsonNode id = each.next().findPath(CREATE).path("listing").path("id");
        String digits = id.isString() || id.isIntegralNumber() ? id.asString("") : "";
        if (digits.matches("\\d+")) {
          return Optional.of(digits);
        }
      }
      return Optional.empty();
    } catch (JacksonException noDocument) {
      return Optional.empty();
    }
  }
}
