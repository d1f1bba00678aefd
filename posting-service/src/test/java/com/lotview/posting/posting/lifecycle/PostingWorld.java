package com.lotview.posting.posting.lifecycle;

import com.lotview.posting.posting.Postings;
import com.lotview.posting.posting.lifecycle.Transition.FollowUp;
import com.lotview.posting.posting.lifecycle.Trigger.Cure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A posting and everything around it that decides what can happen next: waiting list, account,
 * fleet, messages in transit, people. The posting's own part is the real {@link PostingLifecycle};
 * the rest follows what the services do in one transaction each. The fleet is a black box that
 * answers once per job, at any time, and its answers may arrive twice.
 *
 * @param listed on the waiting list
 * @param open the account's jobs may run
 * @param resting the account is shut because of a limit notice
 * @param busy the attempt that holds the account's turn; 0 if none does
 * @param fleet the attempt that the fleet has not yet run; 0 if there is none
 * @param begun a worker was allowed to begin that attempt; before that, nothing can come of it
 * @param verifies the fleet was told of an open click, which it verifies before it clicks
 * @param answers the fleet's answers that have not arrived, and copies of those that have
 * @param late the attempt for which the fleet may still find evidence; 0 if there is none
 * @param texts requests for a text that may still be answered
 * @param live listings on the marketplace
 * @param removing a removal was ordered
 * @param form a person has the form open and can still publish
 * @param told a person was notified of a listing that the state denies
 */
record PostingWorld(
    PostingLifecycle life,
    boolean listed,
    boolean open,
    boolean resting,
    int busy,
    int fleet,
    boolean begun,
    boolean verifies,
    List<Answer> answers,
    int late,
    TreeSet<Integer> texts,
    int live,
    boolean removing,
    boolean form,
    boolean told,
    int copiesLeft,
    int retriesLeft,
    Scope scope) {

  /**
   * How much of everything there is, so that the model ends.
   *
   * @param texts texts are asked for, come, do not come; otherwise there is one from the start
   * @param troubles attempts in which the site may show a limit notice or a login page
   * @param curable attempts that may fail for a reason that a retry can overcome
   * @param erring people may deny a listing that is there
   * @param believing the fleet takes a page that it cannot read for one that shows nothing
   * @param byHand a person makes the first attempt
   */
  record Scope(
      boolean texts,
      int troubles,
      int curable,
      int copies,
      int retries,
      boolean erring,
      boolean believing,
      boolean byHand) {

    Scope(
        boolean texts,
        int troubles,
        int curable,
        int copies,
        int retries,
        boolean erring,
        boolean believing) {
      this(texts, troubles, curable, copies, retries, erring, believing, false);
    }
  }

  /** How a job ends. */
  enum Outcome {
    POSTED,
    /** The site answered with an id, and no page showed a listing: there is none. */
    ANSWERED,
    /** The same, and the listing appears later. */
    ANSWERED_AND_LIVE,
    FAILED,
    FAILED_CURABLY,
    LIMIT_NOTICE,
    LOGIN_LOST,
    /** After a click whose effect is not known; it had none. */
    STOPPED,
    /** After a click whose effect is not known; it made the listing. */
    STOPPED_AND_LIVE,
    UNCLEAR_AND_LIVE,
    UNCLEAR,
    /** No worker was allowed to begin it. */
    WITHDRAWN,
    /** Only of a fleet that believes what it cannot read. */
    FAILED_AND_LIVE
  }

  /** An answer on its way. */
  record Answer(int attempt, Outcome outcome, Kind kind) {}

  /** The number of the message. */
  enum Kind {
    ANSWER,
    /** Of an answer that has arrived before. */
    COPY,
    /** Found after the answer. */
    EVIDENCE
  }

  /**
   * Something that can happen next; a fault is a step that need not happen on the way to an end.
   */
  record Move(String name, boolean fault, PostingWorld to) {}

  static PostingWorld first(Scope scope) {
    PostingWorld ordered =
        new PostingWorld(
            PostingLifecycle.ordered(),
            false,
            true,
            false,
            0,
            0,
            false,
            false,
            List.of(),
            0,
            new TreeSet<>(),
            0,
            false,
            scope.byHand(),
            false,
            scope.copies(),
            scope.retries(),
            scope);
    if (scope.byHand()) {
      return ordered.applied(new Trigger.BegunByHand());
    }
    PostingWorld asked = ordered.applied(new Trigger.TextWanted());
    return scope.texts()
        ? ordered.applied(new Trigger.ApprovalWanted())
        : asked.with(w -> w.texts.clear()).applied(new Trigger.TextArrived(1));
  }

  boolean isQuiet() {
    return fleet == 0 && late == 0 && answers.stream().allMatch(a -> a.kind() == Kind.COPY);
  }

  long unsettledAttempts() {
    return (fleet == 0 ? 0 : 1) + answers.stream().filter(a -> a.kind() == Kind.ANSWER).count();
  }

  boolean isAnswerOnItsWay(int attempt) {
    return fleet == attempt
        || answers.stream().anyMatch(a -> a.attempt() == attempt && a.kind() == Kind.ANSWER);
  }

  List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    dispatch(moves);
    texts(moves);
    fleet(moves);
    answers.forEach(answer -> arrive(moves, answer));
    watch(moves);
    people(moves);
    byHand(moves);
    // A removal is a job too: it waits for the account's turn.
    if (removing && busy == 0) {
      moves.add(new Move("removed", false, gone()));
      moves.add(new Move("removal failed", true, with(w -> w.removing = false)));
      if (scope.believing()) {
        PostingWorld believed = with(w -> w.removing = false);
        moves.add(new Move("removed, as believed", true, believed.applied(new Trigger.Removed())));
      }
    }
    return moves;
  }

  private void dispatch(List<Move> moves) {
    if (!listed || !open || busy != 0) {
      return;
    }
    PostingWorld off = with(w -> w.listed = false);
    moves.add(new Move("turn", false, off.applied(new Trigger.TurnGiven())));
  }

  private void texts(List<Move> moves) {
    for (int request : texts) {
      PostingWorld taken = with(w -> w.texts.remove(request));
      moves.add(new Move("text", false, taken.applied(new Trigger.TextArrived(request))));
      moves.add(new Move("bad text", true, taken.applied(new Trigger.TextRefused(request))));
      if (copiesLeft > 0) {
        PostingWorld copied = with(w -> w.copiesLeft--);
        moves.add(new Move("text, copied", true, copied.applied(new Trigger.TextArrived(request))));
      }
    }
  }

  private void fleet(List<Move> moves) {
    if (fleet != 0 && !begun) {
      moves.add(new Move("begin", false, began()));
      moves.add(new Move("begin, answer lost", true, applied(new Trigger.Begun(fleet))));
    }
    if (fleet != 0 && begun) {
      for (Outcome outcome : Outcome.values()) {
        if (isPossible(outcome)) {
          moves.add(new Move("fleet: " + outcome, outcome != Outcome.POSTED, ran(outcome)));
        }
      }
    }
    if (late != 0) {
      Answer evidence = new Answer(late, Outcome.POSTED, Kind.EVIDENCE);
      moves.add(
          new Move(
              "late evidence",
              true,
              with(w -> {
                w.answers.add(evidence);
                w.late = 0;
              })));
      moves.add(new Move("no evidence", false, with(w -> w.late = 0)));
    }
  }

  // As StartJob: the worker begins what is still wanted, and leaves what is not.
  private PostingWorld began() {
    int attempt = fleet;
    PostingWorld asked = applied(new Trigger.Begun(attempt));
    boolean go = asked.life.status() == PostingStatus.POSTING && asked.life.waitsFor(attempt);
    return asked.with(w -> {
      w.begun = go;
      if (!go) {
        w.fleet = 0;
        w.answers.add(new Answer(attempt, Outcome.WITHDRAWN, Kind.ANSWER));
      }
    });
  }

  private boolean isPossible(Outcome outcome) {
    if (verifies && live > 0) {
      return switch (outcome) {
        case POSTED, UNCLEAR -> true;
        case STOPPED -> fleet <= scope.troubles();
        default -> false;
      };
    }
    return switch (outcome) {
      case LIMIT_NOTICE, LOGIN_LOST, STOPPED, STOPPED_AND_LIVE -> fleet <= scope.troubles();
      case FAILED_CURABLY -> fleet <= scope.curable();
      case POSTED, ANSWERED, ANSWERED_AND_LIVE, FAILED, UNCLEAR, UNCLEAR_AND_LIVE -> true;
      case WITHDRAWN -> false;
      case FAILED_AND_LIVE -> scope.believing() && fleet <= scope.curable();
    };
  }

  private PostingWorld ran(Outcome outcome) {
    int attempt = fleet;
    boolean found = verifies && live > 0;
    return with(w -> {
      w.fleet = 0;
      w.begun = false;
      w.verifies = false;
      w.answers.add(new Answer(attempt, outcome, Kind.ANSWER));
      if ((outcome == Outcome.POSTED && !found)
          || outcome == Outcome.ANSWERED_AND_LIVE
          || outcome == Outcome.STOPPED_AND_LIVE
          || outcome == Outcome.UNCLEAR_AND_LIVE
          || outcome == Outcome.FAILED_AND_LIVE) {
        w.live++;
      }
      if (outcome == Outcome.UNCLEAR_AND_LIVE) {
        w.late = attempt;
      }
    });
  }

  private void arrive(List<Move> moves, Answer answer) {
    PostingWorld arrived = with(w -> w.answers.remove(answer)).settled(answer);
    moves.add(new Move("answer " + answer, answer.kind() == Kind.COPY, arrived));
    if (answer.kind() != Kind.COPY && copiesLeft > 0) {
      Answer copy = new Answer(answer.attempt(), answer.outcome(), Kind.COPY);
      moves.add(
          new Move(
              "answer, copied " + answer,
              true,
              arrived.with(w -> {
                w.answers.add(copy);
                w.copiesLeft--;
              })));
    }
  }

  // As HandleAttemptResult: the turn is freed, the account is updated, the posting goes on.
  private PostingWorld settled(Answer answer) {
    PostingWorld freed = busy == answer.attempt() ? with(w -> w.busy = 0) : this;
    boolean waited = life.waitsFor(answer.attempt());
    PostingWorld account =
        switch (answer.outcome()) {
          case LOGIN_LOST, STOPPED, STOPPED_AND_LIVE ->
              waited ? freed.with(w -> w.open = false) : freed;
          case LIMIT_NOTICE ->
              waited
                  ? freed.with(w -> {
                    w.open = false;
                    w.resting = true;
                  })
                  : freed;
          default -> freed;
        };
    return account.applied(event(answer));
  }

  private static Trigger event(Answer answer) {
    int attempt = answer.attempt();
    return switch (answer.outcome()) {
      case POSTED -> new Trigger.Posted(attempt);
      case ANSWERED, ANSWERED_AND_LIVE -> new Trigger.Published(attempt);
      case FAILED -> new Trigger.AttemptFailed(attempt, Cure.NOTHING);
      case FAILED_CURABLY, FAILED_AND_LIVE -> new Trigger.AttemptFailed(attempt, Cure.ANOTHER_TRY);
      case LIMIT_NOTICE -> new Trigger.AttemptFailed(attempt, Cure.REST);
      case LOGIN_LOST -> new Trigger.LoginLost(attempt);
      case STOPPED, STOPPED_AND_LIVE -> new Trigger.LoginLost(attempt, Postings.NOW);
      case UNCLEAR_AND_LIVE, UNCLEAR -> new Trigger.Unclear(attempt);
      case WITHDRAWN -> new Trigger.Withdrawn(attempt);
    };
  }

  private void watch(List<Move> moves) {
    if (life.status() == PostingStatus.GENERATING) {
      moves.add(new Move("text missing", true, applied(new Trigger.TextMissing())));
    }
    if (life.status() == PostingStatus.POSTING) {
      boolean fault = !life.byHand();
      moves.add(new Move("answer missing", fault, applied(new Trigger.AnswerMissing())));
    }
    looks(moves);
    if (resting) {
      moves.add(
          new Move(
              "rested",
              false,
              with(w -> {
                w.resting = false;
                w.open = true;
              })));
    }
  }

  // A look is a job of the account too: it runs after the attempt, and an account's answers come in
  // order.
  private void looks(List<Move> moves) {
    if (unsettledAttempts() > 0) {
      return;
    }
    if (life.status() == PostingStatus.PUBLISHING) {
      if (live > 0) {
        moves.add(new Move("look: seen", false, applied(new Trigger.Appeared())));
      }
      moves.add(new Move("look: never seen", live > 0, applied(new Trigger.NeverAppeared())));
    }
    boolean listed =
        life.status() == PostingStatus.PUBLISHING || life.status() == PostingStatus.POSTED;
    if (listed && live > 0 && !removing) {
      PostingWorld down = with(w -> w.live--);
      moves.add(new Move("look: taken down", true, down.applied(new Trigger.Rejected())));
    }
  }

  // The person publishes once at most, and may report late, twice, or never.
  private void byHand(List<Move> moves) {
    if (form) {
      PostingWorld closed = with(w -> w.form = false);
      moves.add(new Move("hand: publishes", false, closed.with(w -> w.live++)));
      moves.add(new Move("hand: closes the form", true, closed));
    }
    if (live > 0 && life.byHand() && !life.found()) {
      moves.add(new Move("hand: reports", false, applied(new Trigger.ListedByHand())));
    }
  }

  /** Whether the person says what is true: a form that is open may still be published. */
  private boolean mayDeny() {
    return (live == 0 && !form) || scope.erring();
  }

  private void people(List<Move> moves) {
    PostingWorld off = with(w -> w.listed = false);
    boolean filled = life.byHand() && life.status() == PostingStatus.POSTING;
    if ((!filled || mayDeny())
        && life.after(new Trigger.Cancelled()) instanceof Transition.Changed) {
      moves.add(new Move("cancel", true, off.applied(new Trigger.Cancelled())));
    }
    if (life.status() == PostingStatus.AWAITING_APPROVAL) {
      moves.add(new Move("approve", false, applied(new Trigger.Approved())));
      moves.add(new Move("decline", true, applied(new Trigger.Declined())));
    }
    Trigger other = new Trigger.OrderChanged(true);
    if (life.after(other) instanceof Transition.Changed) {
      moves.add(new Move("order changed", true, applied(other)));
    }
    Trigger wanted = new Trigger.RemovalWanted(PostingLifecycleTest.WISH);
    if (life.after(wanted) instanceof Transition.Changed) {
      moves.add(new Move("delete", true, off.applied(wanted)));
    }
    if (retriesLeft > 0 && life.status() == PostingStatus.FAILED) {
      PostingWorld counted = with(w -> w.retriesLeft--);
      moves.add(new Move("retry", true, counted.applied(new Trigger.Retried(true))));
      if (scope.texts()) {
        moves.add(new Move("retry, new text", true, counted.applied(new Trigger.Retried(false))));
      }
    }
    if (life.status() == PostingStatus.NEEDS_REVIEW) {
      // A person who looks reports what is there at that moment.
      if (live > 0) {
        moves.add(new Move("seen live", false, applied(new Trigger.ResolvedLive())));
      }
      if (mayDeny()) {
        moves.add(new Move("not seen", live > 0, applied(new Trigger.ResolvedNotLive())));
      }
    }
    if (!open && !resting) {
      moves.add(
          new Move(
              "owner signs in",
              false,
              with(w -> w.open = true).applied(new Trigger.OwnerSignedIn())));
    }
  }

  private PostingWorld gone() {
    PostingWorld without =
        with(w -> {
          w.removing = false;
          w.live--;
        });
    return without.applied(new Trigger.Removed());
  }

  private PostingWorld applied(Trigger event) {
    if (!(life.after(event) instanceof Transition.Changed(PostingLifecycle next, FollowUp then))) {
      return this;
    }
    return with(w -> {
      w.life = next;
      switch (then) {
        case NOTHING -> {}
        case ASK_FOR_TEXT -> w.texts.add(next.textAsked());
        case WAIT_FOR_TURN, TRY_AGAIN, TRY_AFTER_REST -> w.listed = true;
        case RUN -> {
          w.busy = next.attempts();
          w.fleet = next.attempts();
          w.verifies = next.openClick() != null;
        }
        case REMOVE -> w.removing = true;
        case TELL_IT_IS_LIVE -> w.told = true;
      }
    });
  }

  private PostingWorld with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.world();
  }

  /** A world that is being changed. */
  private static final class Draft {
    private PostingLifecycle life;
    private boolean listed;
    private boolean open;
    private boolean resting;
    private int busy;
    private int fleet;
    private boolean begun;
    private boolean verifies;
    private final List<Answer> answers;
    private int late;
    private final TreeSet<Integer> texts;
    private int live;
    private boolean removing;
    private boolean form;
    private boolean told;
    private int copiesLeft;
    private int retriesLeft;
    private final Scope scope;

    Draft(PostingWorld world) {
      life = world.life;
      listed = world.listed;
      open = world.open;
      resting = world.resting;
      busy = world.busy;
      fleet = world.fleet;
      begun = world.begun;
      verifies = world.verifies;
      answers = new ArrayList<>(world.answers);
      late = world.late;
      texts = new TreeSet<>(world.texts);
      live = world.live;
      removing = world.removing;
      form = world.form;
      told = world.told;
      copiesLeft = world.copiesLeft;
      retriesLeft = world.retriesLeft;
      scope = world.scope;
    }

    PostingWorld world() {
      return new PostingWorld(
          life,
          listed,
          open,
          resting,
          busy,
          fleet,
          begun,
          verifies,
          List.copyOf(answers),
          late,
          texts,
          live,
          removing,
          form,
          told,
          copiesLeft,
          retriesLeft,
          scope);
    }
  }
}
