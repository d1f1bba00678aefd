package com.lotview.worker.marketplace.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.DistanceUnit;
import com.lotview.form.FormFields;
import com.lotview.form.FormMap;
import com.lotview.form.mapping.Amount;
import com.lotview.form.plan.FormPlan;
import com.lotview.form.plan.FormWords;
import com.lotview.worker.marketplace.form.HealScore.Candidate;
import com.lotview.worker.marketplace.form.HealScore.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fleet and the extension recognize a changed form by the same rules. The extension's are
 * written again, in TypeScript, because they run in a person's page; this file of answers, made by
 * the fleet's, binds them: {@code heal.test.mjs} compares the extension's answers with it.
 */
class HealCasesTest {
  private static final Path FILE = Path.of("../web/extension/test/heal-cases.json");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> LANGUAGES = List.of("en", "es", "id", "fr");
  private static final List<String> HARMLESS =
      List.of(
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "condition",
          "fuelType",
          "transmission",
          "description");
  private static final List<String> LABELS =
      List.of(
          "",
          "Outside colour",
          "Inside colour",
          "Exterior colr",
          "Shape of the body",
          "How is it?",
          "Vehicle state",
          "Runs on fuel",
          "Gearbox",
          "Anything else?",
          "Estado general",
          "Warna luar",
          "Combustible usado",
          "Kondisi",
          "Carrosserie du v\u00e9hicule");
  private static final List<String> MILEAGES =
      List.of(
          "Current odometer reading (km)",
          "Kilometres per litre",
          "Vehicle mileage",
          "Miles or km driven",
          "Total jarak tempuh kendaraan saat ini",
          "Jarak tempuh per liter",
          "Kilometraje total del veh\u00edculo",
          "Relev\u00e9 du compteur kilom\u00e9trique",
          "");
  private static final List<String> PRICES =
      List.of("$18,990", "18990", "CA$38,888", "209\u00a0000\u00a0kr", "18.990 \u20ac", "Rp18.990");

  @Test
  void theExtensionsFileHasTheFleetsAnswers() throws IOException {
    String answers = lines(all());
    if (Boolean.getBoolean("lotview.heal.write")) {
      Files.writeString(FILE, answers);
    }
    assertThat(JSON.readTree(Files.readString(FILE)))
        .as("made anew by -Dlotview.heal.write=true; then run the extension's tests")
        .isEqualTo(JSON.readTree(answers));
  }

  /** One answer a line. */
  private static String lines(Map<String, Object> all) {
    return all.entrySet().stream()
        .map(part -> JSON.writeValueAsString(part.getKey()) + ": " + listed(part.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static String listed(Object part) {
    return part instanceof List<?> answers
        ? answers.stream()
            .map(JSON::writeValueAsString)
            .collect(Collectors.joining(",\n", "[\n", "\n]"))
        : JSON.writeValueAsString(part);
  }

  private static Map<String, Object> all() {
    List<Object> scores = new ArrayList<>();
    List<Object> mileages = new ArrayList<>();
    for (String language : LANGUAGES) {
      FormMap map = FormMap.of(language);
      IntStream.range(0, 28).forEach(seed -> scores.add(score(map, seed)));
      MILEAGES.forEach(label -> mileages.add(mileage(map, label)));
    }
    List<Object> prices = new ArrayList<>();
    for (String currency : List.of("USD", "CAD", "EUR", "SEK", "IDR")) {
      prices.add(
          new TreeMap<>(
              Map.of(
                  "counts",
                  new FormPlan.Counts(currency, Amount.signsOf(currency), DistanceUnit.MI),
                  "shown",
                  PRICES.stream()
                      .map(shown -> List.of(shown, Amount.mayBeIn(currency, shown)))
                      .toList())));
    }
    Map<String, Object> words = new LinkedHashMap<>();
    FormWords.of(new FormPlan("", List.of(), List.of(), null)).stream()
        .filter(one -> LANGUAGES.contains(one.language()))
        .forEach(one -> words.put(one.language(), one));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("words", words);
    all.put("scores", scores);
    all.put("mileages", mileages);
    all.put("prices", prices);
    return all;
  }

  private static Map<String, Object> mileage(FormMap map, String label) {
    MileageLabel labels = new MileageLabel(map);
    Map<String, Object> answer = new TreeMap<>();
    answer.put("language", map.language());
    answer.put("label", label);
    answer.put("tells", labels.tells(label));
    answer.put("miles", labels.counts(DistanceUnit.MI, label));
    answer.put("kilometres", labels.counts(DistanceUnit.KM, label));
    return answer;
  }

  /** One or two controls of the usual form have another label, another place or another list. */
  private static Map<String, Object> score(FormMap map, int seed) {
    Random random = new Random(seed * 31L + map.language().hashCode());
    List<Control> form = new ArrayList<>(form(map));
    String field = HARMLESS.get(seed % HARMLESS.size());
    List<Candidate> candidates = new ArrayList<>();
    for (String changed :
        List.of(field, HARMLESS.get(random.nextInt(HARMLESS.size()))).stream()
            .distinct()
            .toList()) {
      int at =
          IntStream.range(0, form.size())
              .filter(i -> map.labels(changed).getFirst().equals(form.get(i).name()))
              .findFirst()
              .orElseThrow();
      Control renamed = named(form.remove(at), LABELS.get(random.nextInt(LABELS.size())));
      form.add(random.nextInt(4) == 0 ? random.nextInt(form.size()) : at, renamed);
      candidates.add(new Candidate(renamed, list(map, changed, random)));
    }
    Optional<Scored> best = new HealScore(map).best(field, form, candidates);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("language", map.language());
    answer.put("field", field);
    answer.put("form", form.stream().map(HealCasesTest::said).toList());
    answer.put(
        "candidates",
        candidates.stream().map(one -> new Said(said(one.control()), one.options())).toList());
    answer.put("best", best.map(one -> candidates.indexOf(one.candidate())).orElse(-1));
    answer.put("score", best.map(Scored::score).orElse(0.0));
    answer.put(
        "possible",
        candidates.stream().map(one -> new HealScore(map).possible(field, one)).toList());
    return answer;
  }

  /** What the rules read of a control. */
  private record Seen(String kind, int place, String name, boolean area) {}

  private record Said(Seen control, List<String> options) {}

  private static Seen said(Control control) {
    return new Seen(control.kind(), control.place(), control.name(), control.area());
  }

  private static List<String> list(FormMap map, String field, Random random) {
    List<String> texts = new ArrayList<>();
    FormFields.options(field).forEach(option -> texts.add(map.option(option).getFirst()));
    if (texts.isEmpty()) {
      return texts;
    }
    if (random.nextInt(3) == 0) {
      texts.remove(random.nextInt(texts.size()));
    }
    if (random.nextInt(4) == 0) {
      texts.add("Steam");
    }
    return random.nextInt(6) == 0 ? List.of("2", "3", "4", "5") : texts;
  }

  private static List<Control> form(FormMap map) {
    List<Control> form = new ArrayList<>();
    for (String field : FormFields.ORDER) {
      boolean list = !FormFields.options(field).isEmpty() || field.equals("year");
      String kind = list ? "choice" : field.equals("cleanTitle") ? "tick" : "text";
      boolean area = field.equals("description");
      String name = map.labels(field).getFirst();
      form.add(new Control(kind, form.size(), name, "", area, "", true, false, false));
    }
    return form;
  }

  private static Control named(Control control, String name) {
    return new Control(
        control.kind(), control.place(), name, "", control.area(), "", true, false, false);
  }
}
