package com.lotview.kit.error;

import com.lotview.contracts.ErrorCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A use case refuses a request or cannot carry it out. Independent of HTTP: {@code kit.web} turns
 * it into the response.
 *
 * <p>The detail is shown to the caller: it holds no secrets and nothing of other dealerships.
 */
public final class RefusalException extends RuntimeException {
  private final ErrorCode code;
  private final transient List<FieldProblem> fields;
  private final transient Map<String, Object> more;

  public RefusalException(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  public RefusalException(ErrorCode code, String detail, List<FieldProblem> fields) {
    this(code, detail, fields, Map.of());
  }

  /**
   * A refusal with more facts than its code.
   *
   * @param more facts for the caller's program, for example the id of the object that prevents the
   *     request
   */
  public RefusalException(ErrorCode code, String detail, Map<String, Object> more) {
    this(code, detail, List.of(), more);
  }

  private RefusalException(
      ErrorCode code, String detail, List<FieldProblem> fields, Map<String, Object> more) {
    super(detail, null, false, false);
    this.code = code;
    this.fields = List.copyOf(fields);
    this.more = Map.copyOf(more);
  }

  /** A request that is wrong in one field. */
  public static RefusalException invalid(String field, String reason) {
    return new RefusalException(
        ErrorCode.VALIDATION_ERROR,
        field + ": " + reason,
        List.of(new FieldProblem(field, reason)));
  }

  /** The value of a field that a request must have. */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw invalid(field, "is required");
    }
    return value;
  }

  public ErrorCode code() {
    return code;
  }

  public List<FieldProblem> fields() {
    return fields;
  }

  public Map<String, Object> more() {
    return more;
  }

  /** A field of the request, as the caller wrote it, and what is wrong with it. */
  public record FieldProblem(String field, String reason) {}
}
