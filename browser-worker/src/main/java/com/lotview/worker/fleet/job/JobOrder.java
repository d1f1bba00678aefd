package com.lotview.worker.fleet.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Work for an account, as in the event {@code posting.requested}.
 *
 * @see ListingJob
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PostingOrder.class, name = "POST"),
  @JsonSubTypes.Type(value = RemoveOrder.class, name = "REMOVE"),
  @JsonSubTypes.Type(value = EditPriceOrder.class, name = "EDIT"),
  @JsonSubTypes.Type(value = RenewOrder.class, name = "RENEW"),
  @JsonSubTypes.Type(value = CheckOrder.class, name = "VALIDATE"),
  @JsonSubTypes.Type(value = SignInOrder.class, name = "SIGN_IN"),
  @JsonSubTypes.Type(value = LookOrder.class, name = "LOOK")
})
public sealed interface JobOrder permits ListingJob, CheckOrder, SignInOrder, LookOrder {
  /** Unique within a dealership. Each attempt is a job of its own. */
  String jobId();

  /** The same in all attempts; for a post, the posting's id. */
  UUID taskId();

  UUID dealershipId();

  UUID fbAccountId();

  /** From 1. */
  int attempt();

  /** How long a run may take, from its start to a dead browser. */
  int deadlineSeconds();

  /** The kind of job. */
  default JobKind kind() {
    return switch (this) {
      case PostingOrder o -> JobKind.POST;
      case RemoveOrder o -> JobKind.REMOVE;
      case EditPriceOrder o -> JobKind.EDIT;
      case RenewOrder o -> JobKind.RENEW;
      case CheckOrder o -> JobKind.VALIDATE;
      case SignInOrder o -> JobKind.SIGN_IN;
      case LookOrder o -> JobKind.LOOK;
    };
  }

  /**
   * When the browser of an earlier attempt's click was dead whose effect is still unknown; null if
   * there is none. Only a post has one: the other changes may be repeated.
   */
  default @Nullable Instant openClick() {
    return this instanceof PostingOrder order ? order.openClickAt() : null;
  }

  /** {@link #deadlineSeconds()} as a duration. */
  default Duration deadline() {
    return Duration.ofSeconds(deadlineSeconds());
  }
}
