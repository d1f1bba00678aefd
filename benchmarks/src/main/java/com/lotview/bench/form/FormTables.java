package com.lotview.bench.form;

import com.lotview.bench.form.FormResult.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The results of many forms as tables for people. */
public final class FormTables {
  private final List<FormResult> results;

  FormTables(Collection<FormResult> results) {
    this.results = List.copyOf(results);
  }

  /** Whether no wrong listing was made. */
  public boolean clean() {
    return count(results, Verdict.WRONG) == 0;
  }

  String markdown() {
    return variants() + "\n" + stops() + "\n" + heals() + "\n" + changes() + "\n" + wrongs();
  }

  private String variants() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| variant | forms | right | stopped: nobody can fill it | stopped: a label that must"
            + " not be guessed | stopped: other | wrong | completed of those that can be | forms with a choice left out | healed fields"
            + " | p50 s | p95 s |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    Map<String, List<FormResult>> byVariant =
        results.stream()
            .collect(Collectors.groupingBy(FormResult::variant, TreeMap::new, Collectors.toList()));
    byVariant.forEach((variant, forms) -> table.append(row(variant, forms)));
    if (byVariant.size() > 1) {
      table.append(row("all", results));
    }
    return table.toString();
  }

  private static String row(String name, List<FormResult> forms) {
    List<FormResult> stopped =
        forms.stream().filter(one -> one.verdict() == Verdict.STOPPED).toList();
    long impossible = stopped.stream().filter(one -> !one.postable()).count();
    long guarded = stopped.stream().filter(one -> one.postable() && one.lawful()).count();
    long possible = forms.size() - impossible - guarded;
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %.1f %% | %d | %d | %.1f | %.1f |%n",
        name,
        forms.size(),
        count(forms, Verdict.RIGHT),
        impossible,
        guarded,
        stopped.size() - impossible - guarded,
        count(forms, Verdict.WRONG),
        possible == 0 ? 100.0 : 100.0 * count(forms, Verdict.RIGHT) / possible,
        forms.stream().filter(one -> !one.leftOut().isEmpty()).count(),
        forms.stream().mapToInt(one -> one.heals().size()).sum(),
        seconds(forms, 0.5),
        seconds(forms, 0.95));
  }

  private static double seconds(List<FormResult> forms, double share) {
    long[] sorted = forms.stream().mapToLong(FormResult::millis).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1000.0;
  }

  private String stops() {
    StringBuilder table =
        new StringBuilder(
            """
            | stopped at | nobody can fill it | another label, not guessed | other | for example |
            |---|---|---|---|---|
            """);
    grouped(
            results.stream().filter(one -> one.verdict() == Verdict.STOPPED).toList(),
            one -> List.of(one.stop()))
        .forEach((stop, forms) -> table.append(stopRow(stop, forms)));
    return table.toString();
  }

  private static String stopRow(String stop, List<FormResult> forms) {
    FormResult example =
        forms.stream().filter(one -> !one.lawful()).findFirst().orElse(forms.getFirst());
    long impossible = forms.stream().filter(one -> !one.postable()).count();
    long other = forms.stream().filter(one -> !one.lawful()).count();
    return "| %s | %d | %d | %d | %s %d: %s |%n"
        .formatted(
            stop,
            impossible,
            forms.size() - impossible - other,
            other,
            example.variant(),
            example.seed(),
            cell(example.words()));
  }

  private String heals() {
    Map<String, List<FormResult>> healed =
        grouped(
            results,
            one -> one.heals().stream().map(heal -> heal.substring(0, heal.indexOf(':'))).toList());
    Map<String, List<FormResult>> left = grouped(results, FormResult::leftOut);
    StringBuilder table = new StringBuilder("| field | healed | left out |\n|---|---|---|\n");
    List<String> fields = new ArrayList<>(healed.keySet());
    left.keySet().stream().filter(field -> !fields.contains(field)).forEach(fields::add);
    fields.forEach(field ->
        table.append(
            "| %s | %d | %d |%n"
                .formatted(
                    field,
                    healed.getOrDefault(field, List.of()).size(),
                    left.getOrDefault(field, List.of()).size())));
    return table.toString();
  }

  private String changes() {
    StringBuilder table =
        new StringBuilder(
            "| mutation | forms | right | stopped | wrong |\n|---|---|---|---|---|\n");
    grouped(results, one -> one.changes().stream().map(FormTables::kind).distinct().toList())
        .forEach((change, forms) ->
            table.append(
                "| %s | %d | %d | %d | %d |%n"
                    .formatted(
                        change,
                        forms.size(),
                        count(forms, Verdict.RIGHT),
                        count(forms, Verdict.STOPPED),
                        count(forms, Verdict.WRONG))));
    return table.toString();
  }

  private static String kind(String change) {
    if (change.startsWith("label \"")) {
      return "a label renamed";
    }
    boolean telling =
        change.matches("(label gone|form\\.|new field|transmission|publish\\.|model).*");
    int colon = change.indexOf(':');
    return telling || colon < 0 ? change : change.substring(0, colon);
  }

  private String wrongs() {
    StringBuilder lines = new StringBuilder();
    results.stream()
        .filter(one -> one.verdict() == Verdict.WRONG)
        .forEach(one ->
            lines.append(
                "WRONG %s %d, %s: %s; mutated: %s%n"
                    .formatted(
                        one.variant(), one.seed(), one.vehicle(), one.wrong(), one.changes())));
    return lines.toString();
  }

  private static Map<String, List<FormResult>> grouped(
      List<FormResult> forms, Function<FormResult, List<String>> keys) {
    Map<String, List<FormResult>> groups = new TreeMap<>();
    for (FormResult one : forms) {
      keys.apply(one).forEach(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
    }
    return groups;
  }

  private static long count(List<FormResult> forms, Verdict verdict) {
    return forms.stream().filter(one -> one.verdict() == verdict).count();
  }

  public static String cell(String text) {
    String plain = text.replace("|", "/").replaceAll("\\s+", " ");
    return plain.length() > 160 ? plain.substring(0, 160) + " …" : plain;
  }
}
