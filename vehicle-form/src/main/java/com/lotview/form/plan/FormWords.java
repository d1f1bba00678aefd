package com.lotview.form.plan;

import com.lotview.form.FormFields;
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
 * @param fields by our name of the field; those of the plan
 * @param known every field that the form may have, from top to bottom: by its words a label that
 *     has changed is recognized, and what is another field is left alone
 * @param units words that tell what a mileage is, and in which unit
 */
public record FormWords(
    String language,
    List<String> formNames,
    List<String> removePhoto,
    List<String> loading,
    List<String> cityKinds,
    Map<String, FieldWords> fields,
    List<KnownField> known,
    UnitWords units) {

  /**
   * The words of one field.
   *
   * @param labels a control with any of these names is the field
   * @param accepted texts that count as its value, best first
   * @param place where the option must be, if its word is a guess
   */
  public record FieldWords(
      List<String> labels, List<String> accepted, PlannedField.@Nullable Position place) {}

  /**
   * A field of the form, whether or not it is in the plan.
   *
   * @param hints words that identify a changed label
   * @param options the words of each of its options; empty for a field without a list
   */
  public record KnownField(
      String name, List<String> labels, List<String> hints, List<List<String>> options) {}

  /**
   * The words beside a mileage.
   *
   * @param fillers words that a label may have besides, and that say nothing else
   */
  public record UnitWords(List<String> miles, List<String> kilometres, List<String> fillers) {}

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
        fields,
        FormFields.ORDER.stream().map(field -> known(field, map)).toList(),
        new UnitWords(map.text("miles"), map.text("kilometres"), map.text("fillers")));
  }

  private static KnownField known(String field, FormMap map) {
    return new KnownField(
        field,
        map.labels(field),
        map.hints(field),
        FormFields.options(field).stream().map(map::option).toList());
  }
}
