package com.lotview.kit.web;

import com.lotview.contracts.ErrorCode;
import java.util.List;
import java.util.Map;

/**
 * Stops a request with an answer that the caller can act on. The detail is shown to the caller: it
 * holds no secrets and nothing of other dealerships.
 */
public final class ApiException extends RuntimeException {
  private final ErrorCode code;
  private final transient List<FieldProblem> fields;
  private final transient Map<String, Object> more;

  public ApiException(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  public ApiException(ErrorCode code, String detail, List<FieldProblem> fields) {
    this(code, detail, fields, Map.of());
  }

  /**
   * An answer that says more than its code.
   *
   * @param more extension members of the answer (RFC 9457, section 3.2): what the caller's program
   *     needs to go on, for example the id of what is in the way
   */
  public ApiException(ErrorCode code, String detail, Map<String, Object> more) {
    this(code, detail, List.of(), more);
  }

  private ApiException(
      ErrorCode code, String detail, List<FieldProblem> fields, Map<String, Object> more) {
    super(detail, null, false, false);
    this.code = code;
    this.fields = List.copyOf(fields);
    this.more = Map.copyOf(more);
  }

  /** A request that is wrong in one field. */
  public static ApiException invalid(String field, String reason) {
    return new ApiException(
        ErrorCode.VALIDATION_ERROR,
        field + ": " + reason,
        List.of(new FieldProblem(field, reason)));
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
