package com.lotview.posting.posting.submit;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.PostingNeeds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.FbAccount;
import com.lotview.posting.account.formcheck.ListedMakes;
import com.lotview.posting.metrics.PostingMeters;
import com.lotview.posting.posting.lifecycle.PostingLifecycle;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.lifecycle.Transition;
import com.lotview.posting.posting.lifecycle.Trigger;
import com.lotview.posting.posting.model.ActivePosting;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.model.PostingChanges;
import com.lotview.posting.posting.model.PostingEvents;
import com.lotview.posting.posting.model.PostingStore;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.vehicle.VehicleFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stores orders, many in the same few statements as one. What it accepts is stored and published in
 * the running transaction; what it refuses leaves nothing. Longer than 300 lines because one order
 * and many take the same path.
 */
@Component
public class CreatePosting {
  private static final int MARKERS = 3;
  private static final TimelineEntry.Line ORDERED =
      new TimelineEntry.Line(PostingStatus.QUEUED, DealerTexts.ORDERED);
  private static final TimelineEntry.Line WRITING =
      new TimelineEntry.Line(PostingStatus.GENERATING, DealerTexts.TEXT_IN_PROGRESS);
  private static final TimelineEntry.Line HELD =
      new TimelineEntry.Line(PostingStatus.AWAITING_APPROVAL, DealerTexts.AWAITS_APPROVAL);

  private final PostingStore store;
  private final PostingChanges changes;
  private final PostingEvents events;
  private final Markers markers;
  private final ListedMakes makes;
  private final PostingMeters meters;
  private final Clock clock;

  CreatePosting(
      PostingStore store,
      PostingChanges changes,
      PostingEvents events,
      Markers markers,
      ListedMakes makes,
      PostingMeters meters,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.events = events;
    this.markers = markers;
    this.makes = makes;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * An order with what its listing is to be made of.
   *
   * @param held it waits for a manager's approval
   * @param byHand a person fills the form: it stays QUEUED, and no text is asked for
   */
  public record Draft(PostingOrder order, ListingSnapshot snapshot, boolean held, boolean byHand) {

    /** An order for the fleet. */
    public Draft(PostingOrder order, ListingSnapshot snapshot, boolean held) {
      this(order, snapshot, held, false);
    }
  }

  /** The result of a draft. */
  public sealed interface Answer {}

  /** It is a posting now. */
  public record Accepted(Posting posting) implements Answer {}

  /**
   * It is not: {@code POSTING_ALREADY_ACTIVE}, or {@code VEHICLE_NOT_POSTABLE} for make or
   * currency.
   */
  public record Refused(UUID vehicleId, RefusalException problem) implements Answer {}

  /** Takes the drafts, in the running transaction; one answer for each, in their order. */
  public Mono<List<Answer>> take(
      Caller caller, FbAccount account, List<Draft> drafts, @Nullable UUID bulkId) {
    List<Posting> wanted =
        drafts.stream().map(draft -> posting(caller, account, draft, bulkId)).toList();
    Map<UUID, Answer> answers = new HashMap<>();
    List<Posting> priced = priced(wanted, account, answers);
    return makes
        .of(account)
        .map(seen -> seen.map(list -> listed(priced, list, answers)).orElse(priced))
        .flatMap(listed -> insert(listed, answers, MARKERS))
        .then(Mono.defer(() -> tell(answers)))
        .then(Mono.fromSupplier(() -> wanted.stream().map(one -> answer(answers, one)).toList()));
  }

  /**
   * Drafts in the account's currency; one without a named account was checked for another market.
   */
  private static List<Posting> priced(
      List<Posting> wanted, FbAccount account, Map<UUID, Answer> answers) {
    List<Posting> priced = new ArrayList<>();
    for (Posting posting : wanted) {
      ListingSnapshot snapshot = posting.snapshot();
      String theirs = account.market(snapshot.dealership().home()).currency();
      String ours = snapshot.form().currency();
      if (theirs.equals(ours)) {
        priced.add(posting);
      } else {
        RefusalException problem =
            notPostable(PostingNeeds.PRICE_CURRENCY, DealerTexts.otherCurrency(ours, theirs));
        answers.put(posting.id(), new Refused(posting.vehicleId(), problem));
      }
    }
    return priced;
  }

  private static RefusalException notPostable(String field, String reason) {
    return new RefusalException(
        ErrorCode.VEHICLE_NOT_POSTABLE,
        field + ": " + reason,
        List.of(new RefusalException.FieldProblem(field, reason)));
  }

  /** Those whose make the account's form has; the others are refused before a browser starts. */
  private static List<Posting> listed(
      List<Posting> wanted, ListedMakes.Seen list, Map<UUID, Answer> answers) {
    List<Posting> listed = new ArrayList<>();
    for (Posting posting : wanted) {
      notListed(posting.content().snapshot().vehicle().make(), list)
          .ifPresentOrElse(
              problem -> answers.put(posting.id(), new Refused(posting.vehicleId(), problem)),
              () -> listed.add(posting));
    }
    return listed;
  }

  /** Why the account's form cannot take the make; empty if it can, or nothing is known. */
  static Optional<RefusalException> notListed(@Nullable String make, ListedMakes.Seen list) {
    if (make == null || list.has(make)) {
      return Optional.empty();
    }
    String reason = DealerTexts.makeNotListed(make, list.readAt());
    return Optional.of(notPostable(PostingNeeds.MAKE, reason));
  }

  private Mono<Void> insert(List<Posting> wanted, Map<UUID, Answer> answers, int tries) {
    if (wanted.isEmpty()) {
      return Mono.empty();
    }
    return store
        .insert(wanted, lines(wanted.getFirst()))
        .collect(Collectors.toSet())
        .flatMap(added -> {
          List<Posting> left = new ArrayList<>();
          for (Posting posting : wanted) {
            if (added.contains(posting.id())) {
              answers.put(posting.id(), new Accepted(posting));
            } else {
              left.add(posting);
            }
          }
          return left.isEmpty() ? Mono.<Void>empty() : refuse(left, answers, tries);
        });
  }

  private Mono<Void> refuse(List<Posting> left, Map<UUID, Answer> answers, int tries) {
    Set<UUID> vehicles = left.stream().map(Posting::vehicleId).collect(Collectors.toSet());
    Set<String> vins =
        left.stream().map(Posting::vin).filter(Objects::nonNull).collect(Collectors.toSet());
    return store
        .findActive(vehicles, vins)
        .collectList()
        .flatMap(active -> {
          List<Posting> again = new ArrayList<>();
          for (Posting posting : left) {
            RefusalException problem = problem(posting, active, tries);
            if (problem == null) {
              // The marker was used before, or the other one has just ended.
              again.add(posting.marked(markers.next()));
            } else {
              answers.put(posting.id(), new Refused(posting.vehicleId(), problem));
            }
          }
          return insert(again, answers, tries - 1);
        });
  }

  private static @Nullable RefusalException problem(
      Posting posting, List<ActivePosting> active, int tries) {
    for (ActivePosting other : active) {
      if (other.isOfTheVehicleOf(posting)) {
        return other.refusal(posting.vehicleId());
      }
    }
    return tries > 1
        ? null
        : new RefusalException(
            ErrorCode.POSTING_ALREADY_ACTIVE, ErrorCode.POSTING_ALREADY_ACTIVE.title());
  }

  private Mono<Void> tell(Map<UUID, Answer> answers) {
    List<Posting> accepted =
        answers.values().stream()
            .filter(Accepted.class::isInstance)
            .map(answer -> ((Accepted) answer).posting())
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    // By hand the first state follows at once, with its own event.
    List<Posting> ordered =
        accepted.stream().filter(posting -> posting.status() != PostingStatus.QUEUED).toList();
    return accepted.isEmpty()
        ? Mono.empty()
        : (ordered.isEmpty() ? Mono.<Void>empty() : events.ordered(ordered))
            .then(meters.ordered(accepted.getFirst().status().name(), accepted.size()))
            .thenMany(Flux.fromIterable(accepted).concatMap(this::tellConversion))
            .then();
  }

  private Mono<Void> tellConversion(Posting posting) {
    VehicleFacts vehicle = posting.snapshot().vehicle();
    DistanceUnit form = posting.snapshot().form().distanceUnit();
    DistanceUnit unit = vehicle.writtenUnit();
    Integer written = vehicle.mileageIn(unit);
    if (written == null || unit == form) {
      return Mono.empty();
    }
    String words =
        DealerTexts.converted(written, unit.words(), unit.to(form, written), form.words());
    return changes.note(posting, posting, words);
  }

  private static Answer answer(Map<UUID, Answer> answers, Posting posting) {
    return Objects.requireNonNull(answers.get(posting.id()), "every draft has an answer");
  }

  private static List<TimelineEntry> lines(Posting posting) {
    boolean held = posting.status() == PostingStatus.AWAITING_APPROVAL;
    boolean byHand = posting.status() == PostingStatus.QUEUED;
    return (byHand ? Stream.of(ORDERED) : Stream.of(ORDERED, held ? HELD : WRITING))
        .map(line -> line.at(posting.createdAt()))
        .toList();
  }

  private Posting posting(Caller caller, FbAccount account, Draft draft, @Nullable UUID bulkId) {
    Instant now = clock.instant();
    Posting posting =
        new Posting(
            Ids.next(),
            new Posting.Origin(
                account.ref(),
                draft.order().vehicleId(),
                caller.userId(),
                bulkId,
                markers.next(),
                draft.order().scheduledFor(),
                now),
            draft.byHand() ? PostingLifecycle.ordered() : begun(draft),
            new Posting.Content(
                draft.snapshot().in(account.market(draft.snapshot().dealership().home())),
                draft.order().text()),
            Posting.Findings.NONE,
            null,
            now);
    return draft.held() || draft.byHand() ? posting : changes.watchedForText(posting);
  }

  private static PostingLifecycle begun(Draft draft) {
    Trigger first = draft.held() ? new Trigger.ApprovalWanted() : new Trigger.TextWanted();
    if (PostingLifecycle.ordered().after(first)
        instanceof Transition.Changed(PostingLifecycle life, Transition.FollowUp then)) {
      return life;
    }
    throw new IllegalStateException("A new posting wants a text or a manager's yes");
  }
}
