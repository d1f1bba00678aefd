package com.lotview.kit.client;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A call to another service that brought no usable answer: an error status, or none in time. */
public final class ServiceCallFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String callee;
  private final @Nullable HttpStatus status;

  ServiceCallFailed(String callee, @Nullable HttpStatus status, Throwable cause) {
    super("The " + callee + " service: " + (status == null ? cause.toString() : status), cause);
    this.callee = callee;
    this.status = status;
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

  /** For our own caller: the service is not available. */
  public ApiException toProblem() {
    return new ApiException(
        ErrorCode.SERVICE_UNAVAILABLE, "The " + callee + " service does not answer; try again");
  }

  /** For our own caller: the given code if the service answered with this status. */
  public ApiException toProblem(HttpStatus answer, ErrorCode meaning) {
    return is(answer) ? new ApiException(meaning, meaning.title()) : toProblem();
  }
}
