package com.lotview.posting.dispatch.handover;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobKind;
import com.lotview.posting.dispatch.JobRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Records independently which jobs came, which ran and when, and reports violations. It shares no
 * rule with the dispatcher: the limits are defined here a second time and checked on the clicks.
 */
public final class LimitsJudge {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** Order among the jobs of an account: moment, then id. */
  private record Place(long due, String id) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return due != other.due ? Long.compare(due, other.due) : id.compareTo(other.id);
    }
  }

  private record Waiting(UUID job, JobKind kind, long since) {}

  /** One attempt; its click lies somewhere between start and end. */
  private static final class Run {
    final boolean post;
    final long start;
    long end = Long.MAX_VALUE;

    Run(boolean post, long start) {
      this.post = post;
      this.start = start;
    }
  }

  private static final class Book {
    final Map<Boolean, TreeMap<Place, Waiting>> waiting =
        Map.of(true, new TreeMap<>(), false, new TreeMap<>());
    final Map<UUID, Place> places = new HashMap<>();
    final Map<UUID, Integer> attempts = new HashMap<>();
    final List<Run> runs = new ArrayList<>();
    boolean open = true;
    long openSince;
    long restUntil;
    long restSince;
  }

  /**
   * The findings.
   *
   * @param used posts that ran
   * @param possible those, plus every moment at which an account could have run a job but did not
   * @param mostInAnHour clicks in the fullest rolling hour of any account
   * @param wrongs violations; the first twenty
   */
  public record Verdict(
      long otherRuns,
      long used,
      long possible,
      int mostInAnHour,
      int mostInADay,
      long stillWaiting,
      List<String> wrongs) {}

  private final Map<AccountRef, Book> books = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> wrongs = new ConcurrentLinkedQueue<>();
  private long missed;

  /** The account takes part. */
  public void account(AccountRef account) {
    books.put(account, new Book());
  }

  /** A job is about to be scheduled, or scheduled again. */
  public void arrives(AccountRef account, JobRef job, Instant due, Instant now) {
    Book book = books.get(account);
    synchronized (book) {
      Place place = new Place(due.toEpochMilli(), job.id().toString());
      book.places.put(job.id(), place);
      book.waiting
          .get(job.kind() == JobKind.POST)
          .put(place, new Waiting(job.id(), job.kind(), now.toEpochMilli()));
    }
  }

  /** The number that the job's next attempt gets. */
  public int nextAttempt(AccountRef account, UUID job) {
    Book book = books.get(account);
    synchronized (book) {
      return book.attempts.getOrDefault(job, 0) + 1;
    }
  }

  /** The attempt is on its way, committed. */
  public void departed(AccountRef account, JobRef job, int attempt, Instant at) {
    Book book = books.get(account);
    synchronized (book) {
      long now = at.toEpochMilli();
      boolean post = job.kind() == JobKind.POST;
      Place place = book.places.remove(job.id());
      if (place == null || attempt != book.attempts.merge(job.id(), 1, Integer::sum)) {
        wrong("ran though it did not wait", account, job, at);
        return;
      }
      TreeMap<Place, Waiting> queue = book.waiting.get(post);
      queue.remove(place);
      if (place.due() > now) {
        wrong("ran before it was due", account, job, at);
      }
      // A job that came at this very moment may have come after the turn.
      if (queue.headMap(place).values().stream().anyMatch(other -> other.since() < now)) {
        wrong("passed an earlier one", account, job, at);
      }
      if (!book.open && book.openSince < now) {
        wrong("ran on a shut account", account, job, at);
      }
      if (post && book.restUntil > now && book.restSince < now) {
        wrong("ran while the account rested", account, job, at);
      }
      book.runs.add(new Run(post, now));
    }
  }

  /** The account's attempt has ended. */
  public void ends(AccountRef account, Instant at) {
    Book book = books.get(account);
    synchronized (book) {
      book.runs.getLast().end = at.toEpochMilli();
    }
  }

  /** The account is opened or shut. */
  public void opens(AccountRef account, boolean open, Instant now) {
    Book book = books.get(account);
    synchronized (book) {
      book.open = open;
      book.openSince = now.toEpochMilli();
    }
  }

  /** The account rests. */
  public void rests(AccountRef account, Instant until, Instant now) {
    Book book = books.get(account);
    synchronized (book) {
      book.restUntil = Math.max(book.restUntil, until.toEpochMilli());
      book.restSince = now.toEpochMilli();
    }
  }

  /**
   * The dispatcher reports that nothing is left to do at this moment. Every account that could have
   * run a job now counts as an unused slot.
   */
  public void momentOver(Instant now) {
    books.forEach((account, book) -> {
      synchronized (book) {
        if (idleThough(book, now.toEpochMilli())) {
          missed++;
          wrong("could have run a job", account, null, now);
        }
      }
    });
  }

  /** Whether any job has come and not run. */
  public boolean anythingWaits() {
    return books.values().stream().anyMatch(book -> !book.places.isEmpty());
  }

  private static boolean idleThough(Book book, long now) {
    boolean busy = !book.runs.isEmpty() && book.runs.getLast().end == Long.MAX_VALUE;
    if (!book.open || busy) {
      return false;
    }
    return due(book.waiting.get(false), now)
        || (due(book.waiting.get(true), now) && book.restUntil <= now && allowed(book, now));
  }

  private static boolean due(TreeMap<Place, Waiting> queue, long now) {
    return !queue.isEmpty() && queue.firstKey().due() <= now;
  }

  private static boolean allowed(Book book, long now) {
    int hour = 0;
    int day = 0;
    for (Run run : book.runs.reversed()) {
      if (run.end <= now - DAY) {
        break;
      }
      hour += run.post && run.end > now - HOUR ? 1 : 0;
      day += run.post ? 1 : 0;
    }
    return hour < 5 && day < 20;
  }

  /**
   * Checks all recorded events.
   *
   * @param stillWaiting the jobs that wait according to the store
   */
  public Verdict verdict(Collection<UUID> stillWaiting, Random random) {
    long posts = 0;
    long others = 0;
    int hour = 0;
    int day = 0;
    long waiting = 0;
    for (Map.Entry<AccountRef, Book> entry : books.entrySet()) {
      Book book = entry.getValue();
      for (int i = 1; i < book.runs.size(); i++) {
        if (book.runs.get(i).start < book.runs.get(i - 1).end) {
          wrong("two at once", entry.getKey(), null, Instant.ofEpochMilli(book.runs.get(i).start));
        }
      }
      List<Run> posted = book.runs.stream().filter(run -> run.post).toList();
      posts += posted.size();
      others += book.runs.size() - posted.size();
      waiting += book.places.size();
      checkWorstClicks(entry.getKey(), posted);
      long[] clicks = posted.stream().mapToLong(run -> click(run, random)).sorted().toArray();
      hour = Math.max(hour, most(clicks, HOUR));
      day = Math.max(day, most(clicks, DAY));
      for (UUID job : book.places.keySet()) {
        if (!stillWaiting.contains(job)) {
          wrong("lost", entry.getKey(), new JobRef(JobKind.POST, job), Instant.EPOCH);
        }
      }
    }
    if (waiting != stillWaiting.size()) {
      wrongs.add(stillWaiting.size() + " wait, but " + waiting + " should");
    }
    if (hour > 5 || day > 20) {
      wrongs.add("a window holds " + hour + " in an hour, " + day + " in a day");
    }
    return new Verdict(others, posts, posts + missed, hour, day, waiting, List.copyOf(wrongs));
  }

  // Assumes the latest possible first click of a window and the earliest possible last one.
  private void checkWorstClicks(AccountRef account, List<Run> posts) {
    for (int i = 0; i < posts.size(); i++) {
      checkWindow(account, posts, i, 5, HOUR);
      checkWindow(account, posts, i, 20, DAY);
    }
  }

  private void checkWindow(AccountRef account, List<Run> posts, int first, int limit, long window) {
    if (first + limit < posts.size()) {
      long opens = posts.get(first).end;
      long over = posts.get(first + limit).start;
      if (opens == Long.MAX_VALUE || over - opens < window) {
        wrong("more than " + limit, account, null, Instant.ofEpochMilli(over));
      }
    }
  }

  private static long click(Run run, Random random) {
    return run.end == Long.MAX_VALUE || run.end == run.start
        ? run.start
        : random.nextLong(run.start, run.end + 1);
  }

  private static int most(long[] clicks, long window) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < clicks.length; to++) {
      while (clicks[from] <= clicks[to] - window) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  private void wrong(String what, AccountRef account, @Nullable JobRef job, Instant at) {
    if (wrongs.size() < 20) {
      wrongs.add(what + ": account " + account.fbAccountId() + ", job " + job + ", at " + at);
    }
  }
}
