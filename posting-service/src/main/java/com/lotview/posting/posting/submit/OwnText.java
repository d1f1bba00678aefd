package com.lotview.posting.posting.submit;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.posting.dispatch.DispatchQueue;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.texts.DealerTexts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A text that came with its order: checked like all texts, and used instead of a written one. */
@Component
class OwnText {
  private static final String TITLE = "The title";

  private final ListingWriter writer;
  private final PostingChanges changes;
  private final DispatchQueue waiting;
  private final Clock clock;

  OwnText(ListingWriter writer, PostingChanges changes, DispatchQueue waiting, Clock clock) {
    this.writer = writer;
    this.changes = changes;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Fails with {@code VALIDATION_ERROR} and every reason if the order's text may not be used. */
  Mono<Void> check(UUID dealershipId, PostingOrder order, ListingSnapshot snapshot) {
    ListingText text = order.text();
    return text == null
        ? Mono.empty()
        : writer
            .problems(dealershipId, snapshot, Reference.room(), text)
            .filter(problems -> !problems.isEmpty())
            .flatMap(problems -> Mono.error(refusal(problems)));
  }

  private static RefusalException refusal(List<String> problems) {
    List<FieldProblem> fields =
        problems.stream()
            .map(problem ->
                new FieldProblem(problem.startsWith(TITLE) ? "title" : "description", problem))
            .toList();
    FieldProblem first = fields.getFirst();
    return new RefusalException(
        ErrorCode.VALIDATION_ERROR, first.field() + ": " + first.reason(), fields);
  }

  /**
   * Lets the posting wait for its turn if it has its text, in the running transaction; one that
   * waits for a manager's approval keeps the text until then.
   */
  Mono<Posting> use(Posting posting) {
    Instant now = clock.instant();
    if (posting.text() != null && posting.status() == PostingStatus.AWAITING_APPROVAL) {
      return changes.note(posting, posting, DealerTexts.OWN_TEXT).thenReturn(posting);
    }
    if (posting.text() == null
        || !(posting.life().after(new Trigger.TextArrived(posting.life().textAsked()))
            instanceof Transition.Changed(PostingLifecycle next, Transition.FollowUp then))) {
      return Mono.just(posting);
    }
    Posting ready = posting.in(next, now);
    return changes
        .save(posting, ready, DealerTexts.OWN_TEXT)
        .then(waiting.schedule(ready.account(), ready.job(), ready.due(now)))
        .thenReturn(ready);
  }
}
