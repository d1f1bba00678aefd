package com.lotview.form.plan;

import com.lotview.form.FormMap;
import com.lotview.form.FormMaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the fields of a plan are found and filled on a page of one language.
 *
 * @param language primary subtag, such as {@code es}
 * @param formNames names of the form
 * @param removePhoto names of a photo's remove button
 * @param loading texts of a page that is busy
 * @param cityKinds the second line of a suggested city
 * @param fields by our name of the field
 */
public record FormWords(
    String language,
    List<String> formNames,
    List<String> removePhoto,
    List<String> loading,
    List<String> cityKinds,
    Map<String, FieldWords> fields) {

  /**
   * The words of one field.
   *
   * @param labels a control with any of these names is the field
   * @param accepted texts that count as its value, best first
   * @param place where the option must be, if its word is a guess
   */
  public record FieldWords(
      List<String> labels, List<String> accepted, PlannedField.@Nullable Position place) {}

  /** The words in every language that LotView knows. */
  public static List<FormWords> of(FormPlan plan) {
    return FormMaps.all().stream().map(map -> of(plan, map)).toList();
  }

  private static FormWords of(FormPlan plan, FormMap map) {
    Map<String, FieldWords> fields = new LinkedHashMap<>();
    for (PlannedField field : plan.fields()) {
      List<String> accepted = field.option() == null ? List.of() : field.accepted(map);
      fields.put(
          field.name(), new FieldWords(map.labels(field.name()), accepted, field.place(map)));
    }
    return new FormWords(
        map.language(),
        map.formNames(),
        map.button("removePhoto"),
        map.text("loading"),
        map.text("cityKind"),
        fields);
  }
}
