package com.lotview.worker.fleet.run.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.ErrorCode;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.Outcome;
import com.lotview.worker.marketplace.page.Difference;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeMapperTest {
  @ParameterizedTest
  @CsvSource({
    "CHECKPOINT, NEEDS_LOGIN, FB_SESSION_INVALID",
    "CAPTCHA, NEEDS_LOGIN, FB_SESSION_INVALID",
    "SUSPENDED, NEEDS_LOGIN, FB_SESSION_INVALID",
    "TEMPORARY, FAILED, FB_RATE_LIMITED",
    "LIMIT, FAILED, FB_RATE_LIMITED",
    "NO_ACCESS, FAILED, FB_POSTING_FAILED",
    "REFUSED, FAILED, FB_POSTING_FAILED"
  })
  void blocked_isNeverTriedAgain(BlockKind kind, Outcome outcome, ErrorCode code) {
    PostingOutcome said = new PostingOutcome.Blocked(kind, "no");
    assertThat(OutcomeMapper.of(said)).isEqualTo(new JobResult(outcome, false, code, "no", null));
    assertThat(OutcomeMapper.unsettled(said)).isFalse();
    // The site's answer may be false, or come too late.
    assertThat(OutcomeMapper.unsettledAtClick(said)).isTrue();
  }

  @Test
  void aSecondFactor_isToldFromOtherLogins() {
    assertThat(OutcomeMapper.of(new PostingOutcome.NeedsLogin("a code", true)).code())
        .isEqualTo(ErrorCode.FB_TWO_FACTOR);
    assertThat(OutcomeMapper.of(new PostingOutcome.NeedsLogin("signed out")).code())
        .isEqualTo(ErrorCode.FB_SESSION_INVALID);
  }

  @Test
  void aLiveListingThatShowsSomethingElse_isPostedAllTheSame() {
    JobResult result =
        OutcomeMapper.of(
            new PostingOutcome.Posted("1", "u", List.of(new Difference("photos", "10", "0"))));
    assertThat(result.outcome()).isEqualTo(Outcome.POSTED);
    assertThat(result.reason()).contains("photos 0 instead of 10");
    assertThat(result.listing().differences()).hasSize(1);
  }

  @Test
  void aField_isNamed() {
    JobResult differs = OutcomeMapper.of(new PostingOutcome.FieldMismatch("mileage", "10", "1"));
    assertThat(differs.field()).isEqualTo("mileage");
    assertThat(differs.retryable()).isTrue();
    JobResult impossible =
        OutcomeMapper.of(new PostingOutcome.FieldUnmappable("make", "Yugo", "not offered"));
    assertThat(impossible.field()).isEqualTo("make");
    assertThat(impossible.retryable()).isFalse();
    assertThat(impossible.code()).isEqualTo(ErrorCode.VEHICLE_NOT_POSTABLE);
  }

  @Test
  void afterTheIntent_whatIsUnknownOrRetryable_isUnsettled() {
    assertThat(OutcomeMapper.unsettled(new PostingOutcome.Unknown("?"))).isTrue();
    assertThat(OutcomeMapper.unsettled(new PostingOutcome.Retryable("later"))).isTrue();
    assertThat(OutcomeMapper.unsettled(new PostingOutcome.Posted("1", "u", List.of()))).isFalse();
    assertThat(OutcomeMapper.unsettled(new PostingOutcome.NeedsLogin("out"))).isFalse();
  }

  @Test
  void aFullDisk_isSeenThroughItsWrapping() {
    Exception full =
        new IllegalStateException(
            new UncheckedIOException(new IOException("/x/01.jpg: No space left on device")));
    assertThat(Failures.of("job", new RuntimeException(full)))
        .isEqualTo(new RunOutcome.Result(Failures.storageFull()));
    assertThat(Failures.diskFull(new IOException("gone"))).isFalse();
  }
}
