package com.lotview.kit.web;

import static java.util.stream.Collectors.joining;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.kit.guard.CallRefused;
import com.lotview.kit.json.StorableText;
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
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Maps every error of a handler to a refusal, which {@link ProblemWriter} writes. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  // The field named where the actual field cannot be determined.
  private static final String BODY = "body";

  private Problems() {}

  /** The refusal for an error; unexpected errors are logged here and their details stay inside. */
  public static RefusalException from(Throwable error) {
    return switch (error) {
      case RefusalException e -> e;
      case WebExchangeBindException e -> binding(e);
      case MissingRequestValueException e -> RefusalException.invalid(e.getName(), "is required");
      case ContentTooLargeException e -> tooLarge();
      case ServerWebInputException e -> unreadable(e);
      case MethodNotAllowedException e ->
          new RefusalException(
              ErrorCode.METHOD_NOT_ALLOWED, e.getHttpMethod() + " is not supported");
      case UnsupportedMediaTypeStatusException e -> unsupported(e.getSupportedMediaTypes());
      case NotAcceptableStatusException e ->
          new RefusalException(
              ErrorCode.NOT_ACCEPTABLE, "The answer is JSON; send Accept: application/json");
      case NoResourceFoundException e -> new RefusalException(ErrorCode.NOT_FOUND, "No such path");
      case DataBufferLimitException e -> tooLarge();
      case AuthenticationException e -> authentication(e);
      case AccessDeniedException e ->
          new RefusalException(ErrorCode.FORBIDDEN, ErrorCode.FORBIDDEN.title());
      case DataAccessResourceFailureException e -> unavailable(e);
      case ResponseStatusException e when e.getStatusCode().is4xxClientError() -> status(e);
      default -> unexpected(error);
    };
  }

  private static RefusalException unsupported(List<MediaType> supported) {
    String one =
        supported.isEmpty()
            ? MediaType.APPLICATION_JSON_VALUE
            : supported.stream().map(MediaType::toString).collect(joining(" or "));
    return new RefusalException(
        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body with Content-Type: " + one);
  }

  private static RefusalException status(ResponseStatusException e) {
    return switch (e.getStatusCode().value()) {
      case 401 ->
          new RefusalException(ErrorCode.AUTH_TOKEN_INVALID, ErrorCode.AUTH_TOKEN_INVALID.title());
      case 403 -> new RefusalException(ErrorCode.FORBIDDEN, ErrorCode.FORBIDDEN.title());
      case 404 -> new RefusalException(ErrorCode.NOT_FOUND, "No such path");
      case 413 -> tooLarge();
      case 415 -> unsupported(List.of());
      default -> new RefusalException(ErrorCode.VALIDATION_ERROR, "The request cannot be read");
    };
  }

  private static RefusalException binding(WebExchangeBindException e) {
    List<FieldProblem> fields =
        e.getFieldErrors().stream()
            .map(f -> new FieldProblem(f.getField(), String.valueOf(f.getDefaultMessage())))
            .toList();
    String detail =
        fields.isEmpty()
            ? String.valueOf(e.getReason())
            : fields.getFirst().field() + ": " + fields.getFirst().reason();
    return new RefusalException(ErrorCode.VALIDATION_ERROR, detail, fields);
  }

  private static RefusalException unreadable(ServerWebInputException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DataBufferLimitException tooBig -> {
          return tooLarge();
        }
        case UnrecognizedPropertyException unknown -> {
          return RefusalException.invalid(path(unknown), "is not a known field");
        }
        case StorableText.Refused unstorable -> {
          return RefusalException.invalid(path(unstorable), StorableText.REFUSAL);
        }
        case MismatchedInputException mismatch -> {
          return RefusalException.invalid(path(mismatch), wanted(mismatch.getTargetType()));
        }
        case InputCoercionException outOfRange -> {
          return RefusalException.invalid(path(outOfRange), "is out of range");
        }
        case JacksonException broken -> {
          return duplicate(broken)
              .map(field -> RefusalException.invalid(field, "is there twice"))
              .orElseGet(() -> RefusalException.invalid(BODY, "is not valid JSON"));
        }
        case DecodingException undecodable when undecodable.getCause() == null -> {
          return RefusalException.invalid(BODY, "is required; send JSON");
        }
        default -> {}
      }
    }
    return parameter(e.getMethodParameter());
  }

  private static RefusalException parameter(@Nullable MethodParameter parameter) {
    if (parameter == null || parameter.getParameterName() == null) {
      return new RefusalException(ErrorCode.VALIDATION_ERROR, "The request cannot be read");
    }
    ResolvableType type = ResolvableType.forMethodParameter(parameter);
    Class<?> one = type.asCollection().resolveGeneric();
    return RefusalException.invalid(
        parameter.getParameterName(), wanted(one == null ? type.resolve() : one));
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

  // Only the parser knows the field, and only its message gives the reason.
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
    return path.isEmpty() ? BODY : path.toString();
  }

  private static RefusalException tooLarge() {
    return new RefusalException(ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.PAYLOAD_TOO_LARGE.title());
  }

  private static RefusalException authentication(AuthenticationException e) {
    boolean expired = String.valueOf(e.getMessage()).contains("expired");
    ErrorCode code = expired ? ErrorCode.AUTH_TOKEN_EXPIRED : ErrorCode.AUTH_TOKEN_INVALID;
    return new RefusalException(code, code.title());
  }

  private static RefusalException unavailable(Throwable error) {
    LOG.warn("A part that is needed does not answer: {}", error.toString());
    return new RefusalException(
        ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE.title());
  }

  private static RefusalException unexpected(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
        return new RefusalException(ErrorCode.STORAGE_FULL, "The disk is full; nothing was stored");
      }
      if (cause instanceof CallRefused
          || cause instanceof java.net.ConnectException
          || cause instanceof java.util.concurrent.TimeoutException) {
        return unavailable(error);
      }
    }
    LOG.error("Unexpected error", error);
    return new RefusalException(ErrorCode.INTERNAL_ERROR, ErrorCode.INTERNAL_ERROR.title());
  }
}
