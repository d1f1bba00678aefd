package com.lotview.listing.text.claude;

import com.lotview.kit.resource.ClassPathFile;
import com.lotview.listing.text.DealershipFacts;
import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import com.lotview.listing.text.TextFrame;
import com.lotview.listing.text.VehicleFacts;
import com.lotview.listing.text.writing.AiWriter.AiWriterException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product's prompt ({@code prompt-system.txt}) and the vehicle as JSON data. Rules are only in
 * the system part, whose only variable data are the dealership's name and the length; facts, notes
 * and wishes are in the user part, as JSON values.
 */
public final class Prompt {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern FENCE =
      Pattern.compile("^```(?:json)?\\s*(.*?)\\s*```$", Pattern.DOTALL);

  private final JsonMapper json;
  private final String system;

  public Prompt(JsonMapper json) {
    this.json = json.rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    this.system = ClassPathFile.text(Prompt.class, "/lotview/listing/prompt-system.txt");
  }

  String system(ListingBrief brief) {
    VehicleFacts v = brief.vehicle();
    Map<String, String> values =
        Map.of(
            "name", oneLine(v.name()),
            "dealershipName", oneLine(brief.dealership().name()),
            "maxTitle", String.valueOf(ListingBrief.MAX_TITLE),
            "maxDescription", String.valueOf(TextFrame.room(brief)),
            "tone", brief.tone().word(),
            "language", brief.language().name(),
            "callToAction", brief.callToAction());
    return PLACEHOLDER
        .matcher(system)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }

  String user(ListingBrief brief, List<String> reasons) {
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    data.put("vehicle", vehicle(brief.vehicle()));
    DealershipFacts dealership = brief.dealership();
    data.put("dealership", place(dealership));
    if (brief.instructions() != null) {
      data.put("wishesForTheWording", brief.instructions());
    }
    String request = "Write the listing for this data:\n" + json.writeValueAsString(data);
    return reasons.isEmpty()
        ? request
        : request
            + "\n\nYour text before this one was refused for these reasons. Write it anew without these faults:\n- "
            + String.join("\n- ", reasons.stream().map(Prompt::oneLine).toList());
  }

  /** The dealership's own parts are added afterwards, so the writer need not know them. */
  private static Map<String, @Nullable Object> place(DealershipFacts dealership) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("name", dealership.name());
    facts.put("city", dealership.city());
    facts.put("state", dealership.state());
    facts.put("phone", dealership.phone());
    return facts;
  }

  // Without price, VIN and stock number: the writer cannot reveal what it does not know.
  private static Map<String, @Nullable Object> vehicle(VehicleFacts v) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("year", v.year());
    facts.put("make", v.make());
    facts.put("model", v.model());
    facts.put("trim", v.trim());
    facts.put("mileage", v.inKilometres() ? v.distance() + " km" : v.mileage());
    facts.put("exteriorColor", v.exteriorColor());
    facts.put("interiorColor", v.interiorColor());
    facts.put("bodyStyle", v.bodyStyle());
    facts.put("engine", v.engine());
    facts.put("fuelType", v.fuelType());
    facts.put("transmission", v.transmission());
    facts.put("drivetrain", v.drivetrain());
    facts.put("condition", "CPO".equals(v.condition()) ? "USED" : v.condition());
    facts.put("conditionGrade", v.conditionGrade());
    facts.put("cleanTitle", v.says("title", "CLEAN") ? true : null);
    facts.put("oneOwner", v.says("owners", "ONE") ? true : null);
    facts.put("noReportedAccidents", v.says("accidents", "NONE") ? true : null);
    facts.put("certified", v.says("certified", "YES") ? true : null);
    facts.put("warranty", v.says("warranty", "YES") ? true : null);
    facts.put("features", v.features());
    facts.put("notes", v.notes());
    return facts;
  }

  /** Reads the answer: one JSON object with a title and a description, and nothing else. */
  ListingText read(String answer) {
    Matcher fence = FENCE.matcher(answer.strip());
    String body = fence.matches() ? fence.group(1) : answer.strip();
    try {
      Answer text = json.readValue(body, Answer.class);
      if (text != null && text.title() != null && text.description() != null) {
        return new ListingText(text.title().strip(), text.description().strip());
      }
    } catch (JacksonException e) {
      throw new AiWriterException("Claude's answer is not the JSON that was asked for");
    }
    throw new AiWriterException("Claude's answer lacks a title or a description");
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\s+", " ").strip();
  }

  private record Answer(@Nullable String title, @Nullable String description) {}
}
