package com.lotview.auth.account;

import com.lotview.kit.audit.Audited;
import com.lotview.kit.openapi.ApiField;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A dealership's own parts of its listing texts; null where it has none. The listing service checks
 * them.
 *
 * @param language of its texts: {@code en}, {@code es} or {@code id}; null: the account's
 * @param opening stands before the text
 * @param closing stands before the call to action
 * @param disclaimer stands at the end, for a dealer fee or a licence number
 * @param template the order of the parts; {@code {text}} is where the text goes
 */
@Audited
public record DealershipTexts(
    @Nullable @Pattern(regexp = "en|es|id", message = "must be one of en, es, id") String language,
    @Nullable
        @Size(max = 300, message = "must have at most 300 characters")
        @Pattern(regexp = PLAIN, message = "must be plain text without braces and line breaks")
        String opening,
    @Nullable
        @Size(max = 300, message = "must have at most 300 characters")
        @Pattern(regexp = PLAIN, message = "must be plain text without braces and line breaks")
        String closing,
    @Nullable
        @Size(max = 400, message = "must have at most 400 characters")
        @Pattern(regexp = PLAIN, message = "must be plain text without braces and line breaks")
        String disclaimer,
    @Nullable
        @Size(max = 600, message = "must have at most 600 characters")
        @Pattern(
            regexp = TEMPLATE,
            message =
                "must hold {text}, and no other placeholders than opening, closing, call, disclaimer,"
                    + " year, make, model, trim, mileage, color, dealership, city, state, phone")
        @ApiField(example = "{opening} {text} {closing}")
        String template) {

  private static final String PLAIN = "[^{}<>\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]*";
  private static final String FREE =
      "(?:[^{}<>\\p{Cf}\\p{Co}\\p{Cn}]|\\{(?:opening|closing|call|disclaimer|year|make|model|trim|mileage|color"
          + "|dealership|city|state|phone)})*+";
  private static final String TEMPLATE = FREE + "\\{text}" + FREE;
}
