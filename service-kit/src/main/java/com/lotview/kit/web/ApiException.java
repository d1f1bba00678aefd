package com.lotview.kit.web;

import com.lotview.contracts.ErrorCode;
import java.util.List;

/**
 * Stops a request with an answer that the caller can act on. The detail is shown to the caller: it
 * holds no secrets and nothing of other dealerships.
 */
public final class ApiException extends RuntimeException {
  private final ErrorCode code;
  private final transient List<FieldProblem> fields;

  public ApiException(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  public ApiException(ErrorCode code, String detail, List<FieldProblem> fields) {
    super(detail, null, false, false);
    this.code = code;
    this.fields = List.copyOf(fields);
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

  /** A field of the request, as the caller wrote it, and what is wrong with it. */
  public record FieldProblem(String field, String reason) {}
}
