package com.lotview.kit.client;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call to another service failed: an error status, or no answer in time. */
public final class ServiceCallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String callee;
  private final @Nullable HttpStatus status;
  private final @Nullable RefusalException refusal;

  ServiceCallFailed(String callee, @Nullable HttpStatus status, Throwable cause) {
    this(callee, status, null, cause);
  }

  ServiceCallFailed(
      String callee,
      @Nullable HttpStatus status,
      @Nullable RefusalException refusal,
      Throwable cause) {
    super("The " + callee + " service: " + (status == null ? cause.toString() : status), cause);
    this.callee = callee;
    this.status = status;
    this.refusal = refusal;
  }

  /**
   * The callee's own refusal, for calls on behalf of a person: its code and detail. {@link
   * #toProblem()} if it gave none, or if the person's request did not cause the error.
   */
  public RefusalException toRefusal() {
    return refusal == null || isTransient() ? toProblem() : refusal;
  }

  /** The error status of the answer; empty if there was no readable answer in time. */
  public Optional<HttpStatus> status() {
    return Optional.ofNullable(status);
  }

  /** Whether the service answered with this status. */
  public boolean is(HttpStatus answer) {
    return status == answer;
  }

  /** Whether the same call may succeed soon: no answer, or an error of the service itself. */
  public boolean isTransient() {
    return status == null || status.is5xxServerError();
  }

  /** The error for this service's caller: the callee is not available. */
  public RefusalException toProblem() {
    return new RefusalException(
        ErrorCode.SERVICE_UNAVAILABLE, "The " + callee + " service does not answer; try again");
  }

  /**
   * The error for this service's caller: the given code if the callee answered with this status.
   */
  public RefusalException toProblem(HttpStatus answer, ErrorCode meaning) {
    return is(answer) ? new RefusalException(meaning, meaning.title()) : toProblem();
  }
}
