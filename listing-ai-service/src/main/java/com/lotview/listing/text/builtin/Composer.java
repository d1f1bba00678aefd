package com.lotview.listing.text.builtin;

import com.lotview.listing.text.builtin.VehicleSpeech.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one draft: goes through the sections of a plan, chooses a pattern for each, fills it. The
 * same seed gives the same draft.
 */
final class Composer {
  /** Slots that are said once in a text; the others are names. */
  private static final Set<String> ONCE =
      Set.of(
          "miles", "perYear", "color", "interior", "engine", "gearbox", "drive", "grade", "town");

  /** Sections that are to say as many facts as they can. */
  private static final Set<String> FULL = Set.of("facts", "mechanics");

  /** The fact that a lead with this tag has already stated. */
  private static final Map<String, String> SAID_BY =
      Map.of(
          "AWD", "drive",
          "4WD", "drive",
          "MANUAL", "gearbox",
          "V8", "engine",
          "HYBRID", "fuel",
          "PLUG_IN_HYBRID", "fuel",
          "ELECTRIC", "fuel",
          "DIESEL", "fuel");

  /** Further claims, by the section that states them. */
  private static final Map<String, List<String>> CLAIMS =
      Map.of(
          "also", List.of("one-owner", "accident-free", "clean-title"),
          "backed", List.of("certified", "warranty"));

  private static final Set<String> FUELS =
      Set.of("HYBRID", "PLUG_IN_HYBRID", "ELECTRIC", "DIESEL", "FLEX");
  private static final int SINGLE_SENTENCE = 4;

  private final VehicleSpeech speech;
  private final PhraseBook book;
  private final Random random;
  private final Set<String> said = new HashSet<>();
  private final Draft draft = new Draft();
  private @Nullable String point;
  private String before = "";
  private int shown;

  Composer(VehicleSpeech speech, PhraseBook book, long seed) {
    this.speech = speech;
    this.book = book;
    this.random = new Random(seed);
  }

  /** The paragraphs, as many sentences as fit into the room. */
  String text(int room, boolean withEquipment) {
    List<String> plans = book.lines("plan");
    String plan = plans.get(random.nextInt(plans.size()));
    for (String part : plan.split(" / ", -1)) {
      draft.beginParagraph();
      for (String section : part.split(" ", -1)) {
        write(section, withEquipment);
      }
    }
    return draft.fitted(room);
  }

  private void write(String section, boolean withEquipment) {
    switch (section) {
      case "lead" -> lead();
      case "also" -> {
        claims("also");
        claims("backed");
      }
      case "fuel" -> fuel();
      case "count" -> count();
      case "why" -> why();
      case "equipment" -> {
        if (withEquipment) {
          equipment();
        }
      }
      case "highlights" -> {
        if (withEquipment) {
          highlights();
        }
      }
      default -> add(section, section, speech.slots());
    }
  }

  /** The strongest point that has a pattern, and what it says. */
  private void lead() {
    for (String candidate : book.names("points")) {
      if (speech.tags().contains(candidate)) {
        point = candidate;
        if (add("lead", "lead", speech.slots())) {
          said.add(candidate);
          said.add(SAID_BY.getOrDefault(candidate, candidate));
          return;
        }
      }
    }
    point = null;
    add("lead", "lead", speech.slots());
  }

  private void claims(String section) {
    List<String> claims =
        CLAIMS.getOrDefault(section, List.of()).stream()
            .filter(claim -> speech.tags().contains(claim) && !said.contains(claim))
            .map(claim -> book.word("claim." + claim))
            .filter(phrase -> phrase != null)
            .map(String::valueOf)
            .toList();
    if (!claims.isEmpty()) {
      add("also", section, with("claims", book.list(claims)));
    }
  }

  private void fuel() {
    boolean inEngine =
        speech.tags().contains("DIESEL")
            && speech.slots().getOrDefault("engine", "").contains(book.need("engine.diesel"));
    if (!said.contains("fuel") && !inEngine && speech.tags().stream().anyMatch(FUELS::contains)) {
      add("fuel", "fuel", speech.slots());
    }
  }

  private void why() {
    if (said.contains("drive") && !"AWD".equals(point) && !"4WD".equals(point)) {
      add("why", "why", speech.slots());
    }
  }

  private void count() {
    if (speech.featureCount() >= 10 && shown < speech.featureCount()) {
      add("count", "count", speech.slots());
    }
  }

  private void equipment() {
    Map<String, List<Feature>> groups = unsaid();
    if (groups.values().stream().mapToInt(List::size).sum() <= SINGLE_SENTENCE) {
      highlights();
      return;
    }
    List<Feature> single = new ArrayList<>();
    for (String group : book.names("groups")) {
      List<Feature> features = groups.getOrDefault(group, List.of());
      // A single feature does not get its own sentence.
      if (features.size() == 1 && !group.equals("more")) {
        single.addAll(features);
      } else if (group.equals("more")) {
        sentence(
            "more", "equipment", group, Stream.concat(single.stream(), features.stream()).toList());
        single.clear();
      } else {
        sentence("equipment", "equipment", group, features);
      }
    }
    sentence("more", "highlights", null, single);
  }

  private Map<String, List<Feature>> unsaid() {
    Map<String, List<Feature>> groups = new HashMap<>();
    speech
        .features()
        .forEach((group, features) ->
            groups.put(group, features.stream().filter(one -> !said.contains(one.key())).toList()));
    return groups;
  }

  private void highlights() {
    List<Feature> all =
        book.names("groups").stream()
            .flatMap(group -> speech.features().getOrDefault(group, List.of()).stream())
            .filter(feature -> !said.contains(feature.key()))
            .toList();
    sentence("equipment", "highlights", null, all);
  }

  private void sentence(
      String name, String section, @Nullable String group, List<Feature> features) {
    int items = Integer.parseInt(book.names("items").getFirst());
    List<Feature> chosen = features.stream().limit(items).toList();
    // Cloth seats alone are not worth an equipment sentence.
    if (chosen.stream().allMatch(feature -> feature.key().equals("cloth"))) {
      return;
    }
    // A single feature needs a different sentence than a list.
    String one = section.equals("highlights") && chosen.size() == 1 ? "single" : section;
    String list = book.list(chosen.stream().map(Feature::phrase).toList());
    Map<String, String> slots = with("list", list);
    if (group != null) {
      slots.put("group", group);
    }
    if (add(name, one, slots)) {
      chosen.forEach(feature -> said.add(feature.key()));
      shown += chosen.size();
    }
  }

  private Map<String, String> with(String slot, String value) {
    Map<String, String> slots = new HashMap<>(speech.slots());
    slots.put(slot, value);
    return slots;
  }

  private boolean add(String name, String section, Map<String, String> slots) {
    List<SentencePattern> usable =
        book.patterns(section).stream().filter(pattern -> fits(pattern, section, slots)).toList();
    if (FULL.contains(section)) {
      int most = usable.stream().mapToInt(Composer::facts).max().orElse(0);
      usable = usable.stream().filter(pattern -> facts(pattern) == most && most > 0).toList();
    }
    if (section.equals("lead") && point == null) {
      // Without a point the lead uses the pattern with the most facts.
      int most = usable.stream().mapToInt(Composer::facts).max().orElse(0);
      usable = usable.stream().filter(pattern -> facts(pattern) == most).toList();
    }
    List<SentencePattern> fresh =
        usable.stream()
            .filter(pattern -> !beginning(pattern.fill(slots)).equals(beginning(before)))
            .toList();
    List<SentencePattern> choice = fresh.isEmpty() ? usable : fresh;
    if (choice.isEmpty()) {
      return false;
    }
    SentencePattern chosen = choice.get(random.nextInt(choice.size()));
    before = chosen.fill(slots);
    chosen.slots().stream().filter(ONCE::contains).forEach(said::add);
    draft.add(name, before);
    return true;
  }

  private boolean fits(SentencePattern pattern, String section, Map<String, String> slots) {
    Set<String> tags = new HashSet<>(pattern.tags());
    if (section.equals("lead")) {
      // A lead mentions its point and nothing else.
      boolean speaksOfPoint = point == null ? tags.isEmpty() : tags.remove(point);
      if (!speaksOfPoint) {
        return false;
      }
    }
    String group = slots.get("group");
    if (group != null && !tags.remove(group)) {
      return false;
    }
    return speech.tags().containsAll(tags)
        && slots.keySet().containsAll(pattern.slots())
        && pattern.slots().stream().noneMatch(slot -> ONCE.contains(slot) && said.contains(slot));
  }

  private static int facts(SentencePattern pattern) {
    return (int) pattern.slots().stream().filter(ONCE::contains).count();
  }

  private static String beginning(String sentence) {
    String[] words = sentence.toLowerCase(Locale.ROOT).split(" ", 3);
    boolean article = words[0].matches("the|an?|el|la|los|las|una?");
    return article && words.length > 1 ? words[0] + " " + words[1] : words[0];
  }
}
