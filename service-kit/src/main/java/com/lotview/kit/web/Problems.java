package com.lotview.kit.web;

import static java.util.stream.Collectors.joining;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException.FieldProblem;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever a handler threw into the one shape of error answers. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** The answer for an error; unexpected ones are logged here, once, and say nothing outside. */
  public static ApiException from(Throwable error) {
    return switch (error) {
      case ApiException e -> e;
      case WebExchangeBindException e -> binding(e);
      case MissingRequestValueException e -> ApiException.invalid(e.getName(), "is required");
      case ContentTooLargeException e -> tooLarge();
      case ServerWebInputException e -> unreadable(e);
      case MethodNotAllowedException e ->
          new ApiException(ErrorCode.METHOD_NOT_ALLOWED, e.getHttpMethod() + " is not supported");
      case UnsupportedMediaTypeStatusException e ->
          new ApiException(
              ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send one of " + e.getSupportedMediaTypes());
      case NoResourceFoundException e -> new ApiException(ErrorCode.NOT_FOUND, "No such path");
      case DataBufferLimitException e -> tooLarge();
      case AuthenticationException e -> authentication(e);
      case AccessDeniedException e ->
          new ApiException(ErrorCode.FORBIDDEN, ErrorCode.FORBIDDEN.title());
      case DataAccessResourceFailureException e -> unavailable(e);
      case ResponseStatusException e when e.getStatusCode().value() == 404 ->
          new ApiException(ErrorCode.NOT_FOUND, "No such path");
      default -> unexpected(error);
    };
  }

  private static ApiException binding(WebExchangeBindException e) {
    List<FieldProblem> fields =
        e.getFieldErrors().stream()
            .map(f -> new FieldProblem(f.getField(), String.valueOf(f.getDefaultMessage())))
            .toList();
    String detail =
        fields.isEmpty()
            ? String.valueOf(e.getReason())
            : fields.getFirst().field() + ": " + fields.getFirst().reason();
    return new ApiException(ErrorCode.VALIDATION_ERROR, detail, fields);
  }

  private static ApiException unreadable(ServerWebInputException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DataBufferLimitException tooBig -> {
          return tooLarge();
        }
        case UnrecognizedPropertyException unknown -> {
          return ApiException.invalid(path(unknown), "is not a known field");
        }
        case MismatchedInputException mismatch -> {
          return ApiException.invalid(path(mismatch), wanted(mismatch.getTargetType()));
        }
        case InputCoercionException outOfRange -> {
          return ApiException.invalid(path(outOfRange), "is out of range");
        }
        case JacksonException broken -> {
          return duplicate(broken)
              .map(field -> ApiException.invalid(field, "is there twice"))
              .orElseGet(
                  () -> new ApiException(ErrorCode.VALIDATION_ERROR, "The body is not valid JSON"));
        }
        case DecodingException undecodable when undecodable.getCause() == null -> {
          return new ApiException(ErrorCode.VALIDATION_ERROR, "The body cannot be read");
        }
        default -> {}
      }
    }
    String parameter =
        e.getMethodParameter() == null ? null : e.getMethodParameter().getParameterName();
    return parameter == null
        ? new ApiException(ErrorCode.VALIDATION_ERROR, "The request cannot be read")
        : ApiException.invalid(parameter, "has the wrong form");
  }

  private static String wanted(@Nullable Class<?> type) {
    if (type == null) {
      return "has the wrong type or is missing";
    }
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (boxed == Integer.class || boxed == Long.class || boxed == BigInteger.class) {
      return "must be a whole number";
    }
    if (Number.class.isAssignableFrom(boxed)) {
      return "must be a number";
    }
    if (boxed == Boolean.class) {
      return "must be true or false";
    }
    if (boxed == String.class) {
      return "must be text";
    }
    if (boxed == UUID.class) {
      return "must be a UUID";
    }
    if (boxed == Instant.class) {
      return "must be a time with its offset, such as 2026-12-01T09:00:00-07:00";
    }
    if (boxed.isEnum()) {
      return "must be one of "
          + Stream.of(boxed.getEnumConstants()).map(Object::toString).collect(joining(", "));
    }
    if (Collection.class.isAssignableFrom(boxed)) {
      return "must be a list";
    }
    return "must be an object, whole and alone";
  }

  // The parser alone knows the field; its words are all it says of the reason.
  private static Optional<String> duplicate(JacksonException e) {
    return String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")
            && e.processor() instanceof JsonParser parser
        ? Optional.of(
            parser.streamReadContext().pathAsPointer().toString().substring(1).replace('/', '.'))
        : Optional.empty();
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static ApiException tooLarge() {
    return new ApiException(ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.PAYLOAD_TOO_LARGE.title());
  }

  private static ApiException authentication(AuthenticationException e) {
    boolean expired = String.valueOf(e.getMessage()).contains("expired");
    ErrorCode code = expired ? ErrorCode.AUTH_TOKEN_EXPIRED : ErrorCode.AUTH_TOKEN_INVALID;
    return new ApiException(code, code.title());
  }

  private static ApiException unavailable(Throwable error) {
    LOG.warn("A part that is needed does not answer: {}", error.toString());
    return new ApiException(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title());
  }

  private static ApiException unexpected(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
        return new ApiException(ErrorCode.STORAGE_FULL, "The disk is full; nothing was stored");
      }
      if (cause instanceof java.net.ConnectException
          || cause instanceof java.util.concurrent.TimeoutException) {
        return unavailable(error);
      }
    }
    LOG.error("Unexpected error", error);
    return new ApiException(ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.title());
  }
}
