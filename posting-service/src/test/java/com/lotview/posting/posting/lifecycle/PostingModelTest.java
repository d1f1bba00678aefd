package com.lotview.posting.posting.lifecycle;

import static com.lotview.posting.posting.lifecycle.PostingStatus.CANCELLED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.DELETED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.FAILED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.GENERATING;
import static com.lotview.posting.posting.lifecycle.PostingStatus.NEEDS_REVIEW;
import static com.lotview.posting.posting.lifecycle.PostingStatus.POSTED;
import static com.lotview.posting.posting.lifecycle.PostingStatus.POSTING;
import static com.lotview.posting.posting.lifecycle.PostingStatus.PUBLISHING;
import static com.lotview.posting.posting.lifecycle.PostingStatus.READY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Every order in which dispatcher, fleet, watch, and people can meet over one posting: all worlds
 * that can be reached, breadth first, with the real decisions.
 */
class PostingModelTest {
  private static final int MAX_STATES = 3_000_000;

  private final List<PostingWorld> worlds = new ArrayList<>();
  private final Map<PostingWorld, Integer> numbers = new HashMap<>();
  private final List<int[]> cameFrom = new ArrayList<>();
  private final Map<Integer, String> how = new HashMap<>();
  private final List<Integer> parents = new ArrayList<>();

  @Test
  void noInterleavingOfFleetAndPeopleDoublesLosesOrHidesAListing() {
    judge(new PostingWorld.Scope(false, 2, 5, 2, 1, false, false));
    assertThat(worlds).noneMatch(PostingWorld::told);
  }

  @Test
  void aListingThatAPersonHasDeniedIsToldWhenItIsFoundAndNotMadeASecondTime() {
    walk(new PostingWorld.Scope(false, 0, 1, 1, 1, true, false));
    assertThat(worlds).anyMatch(PostingWorld::told);
    forAll(
        "what was found is not tried again",
        w -> !w.told() || Set.of(FAILED, CANCELLED).contains(w.life().status()));
    forAll("at most one attempt is not settled", w -> w.unsettledAttempts() <= 1);
    everyWorldCanEndWithoutFaults();
  }

  @Test
  void noInterleavingOfTextsAndPeopleDoublesLosesOrHidesAListing() {
    judge(new PostingWorld.Scope(true, 0, 0, 1, 1, false, false));
    assertThat(worlds).anyMatch(w -> w.life().status() == GENERATING && w.life().attempts() > 0);
  }

  @Test
  void noInterleavingOfAPersonWhoFillsTheFormDoublesLosesOrHidesAListing() {
    judge(new PostingWorld.Scope(false, 0, 1, 1, 1, false, false, true));
    assertThat(worlds).noneMatch(PostingWorld::told);
    forAll("the fleet begins nothing while a person may publish", w -> !w.form() || w.fleet() == 0);
  }

  @Test
  void aListingThatThePersonWhoMadeItHasDeniedIsTold() {
    walk(new PostingWorld.Scope(false, 0, 0, 0, 0, true, false, true));
    assertThat(worlds).anyMatch(PostingWorld::told);
    everyWorldCanEndWithoutFaults();
  }

  /** The posting cannot check what the fleet concludes from a page, so the fleet must be right. */
  @Test
  void aFleetThatBelievesWhatItCannotReadMakesASecondListing() {
    walk(new PostingWorld.Scope(false, 0, 2, 0, 0, false, true));
    assertThat(worlds).anyMatch(w -> w.live() > 1);
  }

  @Test
  void aRemovalThatIsBelievedOfAPageThatCannotBeReadLeavesTheListing() {
    walk(new PostingWorld.Scope(false, 0, 0, 0, 0, false, true));
    assertThat(worlds).anyMatch(w -> w.life().status() == DELETED && w.live() > 0);
  }

  private void judge(PostingWorld.Scope scope) {
    long transitions = walk(scope);
    System.out.printf(
        "The life of a posting, %s: %,d states, %,d transitions%n",
        scope, worlds.size(), transitions);

    forAll("at most one attempt is not settled", w -> w.unsettledAttempts() <= 1);
    forAll("at most one listing", w -> w.live() <= 1 && w.live() >= 0);
    forAll(
        "nothing live that is called gone or off, without anybody told",
        w ->
            !w.isQuiet()
                || w.live() == 0
                || w.told()
                || !Set.of(CANCELLED, FAILED, DELETED).contains(w.life().status()));
    forAll("POSTED is live", w -> w.life().status() != POSTED || w.live() == 1);
    forAll("every state that is not settled waits for something", PostingModelTest::isWaited);
    forAll(
        "nothing is begun that was called off before",
        w -> !w.begun() || w.life().status() != CANCELLED);
    forAll("the account's turn is given back", w -> w.busy() == 0 || w.isAnswerOnItsWay(w.busy()));
    everyWorldCanEndWithoutFaults();
    assertThat(worlds.stream().map(w -> w.life().status()).distinct())
        .contains(READY, POSTING, PUBLISHING, POSTED, FAILED, CANCELLED, DELETED, NEEDS_REVIEW);
  }

  private long walk(PostingWorld.Scope scope) {
    long transitions = 0;
    add(PostingWorld.first(scope), -1, "ordered");
    for (int at = 0; at < worlds.size(); at++) {
      if (at >= MAX_STATES) {
        throw new AssertionError("More states than there should be" + path(at));
      }
      PostingWorld world = worlds.get(at);
      for (PostingWorld.Move move : world.moves()) {
        transitions++;
        if (!isAllowed(world, move)) {
          throw new AssertionError("A settled state is left by " + move + path(at));
        }
        int to = add(move.to(), at, move.name());
        if (!move.fault() && to != at) {
          cameFrom.add(new int[] {to, at});
        }
      }
    }
    return transitions;
  }

  private int add(PostingWorld world, int parent, String move) {
    Integer known = numbers.putIfAbsent(world, worlds.size());
    if (known != null) {
      return known;
    }
    worlds.add(world);
    parents.add(parent);
    how.put(worlds.size() - 1, move);
    return worlds.size() - 1;
  }

  private static boolean isAllowed(PostingWorld from, PostingWorld.Move move) {
    PostingStatus before = from.life().status();
    PostingStatus after = move.to().life().status();
    if (before == after) {
      return true;
    }
    return switch (before) {
      case CANCELLED, DELETED -> false;
      case POSTED ->
          (after == DELETED && move.name().startsWith("removed"))
              || (Set.of(FAILED, DELETED).contains(after)
                  && move.name().equals("look: taken down"));
      case FAILED -> Set.of(READY, GENERATING).contains(after) && move.name().startsWith("retry");
      default -> true;
    };
  }

  private static boolean isWaited(PostingWorld world) {
    return switch (world.life().status()) {
      // The watch resolves it.
      case GENERATING, PUBLISHING -> true;
      case READY -> world.listed() || world.isAnswerOnItsWay(world.life().attempts());
      // By hand the watch resolves it.
      case POSTING -> world.life().byHand() || world.isAnswerOnItsWay(world.life().attempts());
      // A person resolves it.
      case NEEDS_LOGIN -> !world.open();
      case NEEDS_REVIEW, AWAITING_APPROVAL -> true;
      case QUEUED -> false;
      case POSTED, FAILED, CANCELLED, DELETED -> true;
    };
  }

  private void everyWorldCanEndWithoutFaults() {
    List<List<Integer>> back = new ArrayList<>();
    worlds.forEach(world -> back.add(new ArrayList<>(4)));
    cameFrom.forEach(edge -> back.get(edge[0]).add(edge[1]));
    BitSet ends = new BitSet();
    Deque<Integer> next = new ArrayDeque<>();
    for (int i = 0; i < worlds.size(); i++) {
      if (worlds.get(i).life().status().isSettled()) {
        ends.set(i);
        next.add(i);
      }
    }
    while (!next.isEmpty()) {
      for (int before : back.get(next.remove())) {
        if (!ends.get(before)) {
          ends.set(before);
          next.add(before);
        }
      }
    }
    int stuck = ends.nextClearBit(0);
    assertThat(stuck).as(() -> "never ends: " + path(stuck)).isEqualTo(worlds.size());
  }

  private void forAll(String property, Predicate<PostingWorld> holds) {
    for (int i = 0; i < worlds.size(); i++) {
      if (!holds.test(worlds.get(i))) {
        throw new AssertionError("Not so: " + property + path(i));
      }
    }
  }

  private String path(int world) {
    if (world >= worlds.size()) {
      return "";
    }
    Deque<String> steps = new ArrayDeque<>();
    for (int at = world; at >= 0; at = parents.get(at)) {
      steps.push("\n  " + how.get(at) + " -> " + worlds.get(at));
    }
    return String.join("", steps);
  }
}
