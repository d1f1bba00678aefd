package com.lotview.auth.account;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * A queue of work that needs one core each: callers take turns, and known callers come before
 * unknown ones. No caller has more than {@value #WAITING_EACH} pieces waiting, so a flood from one
 * address delays itself.
 */
final class FairQueue {
  static final int WAITING_EACH = 10;
  static final int WAITING_ALL = 400;

  private final Executor threads;
  private final int atOnce;
  private final Map<String, Queue<Piece<?>>> known = new LinkedHashMap<>();
  private final Map<String, Queue<Piece<?>>> strangers = new LinkedHashMap<>();
  private int waiting;
  private int running;

  /**
   * @param atOnce pieces that run at the same time
   */
  FairQueue(Executor threads, int atOnce) {
    this.threads = threads;
    this.atOnce = atOnce;
  }

  /** Does the work in its turn; fails with {@link RejectedExecutionException} if too much waits. */
  <T> Mono<T> run(Passwords.Source source, Supplier<T> work) {
    return Mono.create(sink -> add(source, new Piece<>(sink, work)));
  }

  private void add(Passwords.Source source, Piece<?> piece) {
    boolean start;
    synchronized (this) {
      Map<String, Queue<Piece<?>>> lines = source.known() ? known : strangers;
      Queue<Piece<?>> line = lines.computeIfAbsent(source.address(), name -> new ArrayDeque<>());
      if (line.size() >= WAITING_EACH || (!source.known() && waiting >= WAITING_ALL)) {
        lines.computeIfPresent(source.address(), (name, all) -> all.isEmpty() ? null : all);
        piece.sink().error(new RejectedExecutionException("Too many logins wait"));
        return;
      }
      line.add(piece);
      waiting++;
      start = running < atOnce;
      running += start ? 1 : 0;
    }
    if (start) {
      threads.execute(this::work);
    }
  }

  private void work() {
    for (Piece<?> piece = next(); piece != null; piece = next()) {
      piece.run();
    }
  }

  private synchronized @Nullable Piece<?> next() {
    Piece<?> piece = known.isEmpty() ? first(strangers) : first(known);
    if (piece == null) {
      running--;
    } else {
      waiting--;
    }
    return piece;
  }

  // The caller that was just served moves to the end of the queue.
  private static @Nullable Piece<?> first(Map<String, Queue<Piece<?>>> lines) {
    Iterator<Map.Entry<String, Queue<Piece<?>>>> all = lines.entrySet().iterator();
    if (!all.hasNext()) {
      return null;
    }
    Map.Entry<String, Queue<Piece<?>>> first = all.next();
    String caller = first.getKey();
    Queue<Piece<?>> line = first.getValue();
    all.remove();
    Piece<?> piece = line.remove();
    if (!line.isEmpty()) {
      lines.put(caller, line);
    }
    return piece;
  }

  private record Piece<T>(MonoSink<T> sink, Supplier<T> work) {
    void run() {
      try {
        sink.success(work.get());
      } catch (RuntimeException e) {
        sink.error(e);
      }
    }
  }
}
