package com.lotview.posting.posting;

import static com.lotview.posting.posting.PostingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingStatusTest {
  private static final Map<PostingStatus, Set<PostingStatus>> ALLOWED =
      Map.of(
          QUEUED, EnumSet.of(GENERATING, CANCELLED),
          GENERATING, EnumSet.of(READY, FAILED, CANCELLED),
          READY, EnumSet.of(POSTING, CANCELLED),
          POSTING, EnumSet.of(POSTED, FAILED, READY, NEEDS_LOGIN, NEEDS_REVIEW),
          NEEDS_LOGIN, EnumSet.of(READY, CANCELLED),
          NEEDS_REVIEW, EnumSet.of(POSTED, FAILED));

  @ParameterizedTest
  @EnumSource
  void everyPairOfStatesIsAllowedOrRefusedAsWritten(PostingStatus from) {
    Set<PostingStatus> allowed = ALLOWED.getOrDefault(from, Set.of());
    for (PostingStatus to : PostingStatus.values()) {
      assertThat(from.canBecome(to)).as(from + " to " + to).isEqualTo(allowed.contains(to));
      if (!allowed.contains(to)) {
        assertThatThrownBy(() -> Postings.in(from).to(to, Postings.NOW))
            .isInstanceOf(IllegalStateException.class);
      }
    }
    assertThat(from.isTerminal()).isEqualTo(allowed.isEmpty());
  }

  @Test
  void terminalStatesAbsorb() {
    assertThat(EnumSet.allOf(PostingStatus.class).stream().filter(PostingStatus::isTerminal))
        .containsExactlyInAnyOrder(POSTED, FAILED, CANCELLED, DELETED);
  }

  @Test
  void onlyWhatNoWorkerHasCanBeCancelled() {
    assertThat(EnumSet.allOf(PostingStatus.class).stream().filter(PostingStatus::isCancellable))
        .containsExactlyInAnyOrder(QUEUED, GENERATING, READY, NEEDS_LOGIN);
  }
}
