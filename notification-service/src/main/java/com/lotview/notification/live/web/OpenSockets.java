package com.lotview.notification.live.web;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Counts the open sockets of each person in this process. */
final class OpenSockets {
  /** Tabs and devices of one person. */
  static final int MAX_SOCKETS = 20;

  private final Map<UUID, Integer> sockets = new ConcurrentHashMap<>();

  /** One of a person's sockets. */
  final class Place {
    private final UUID user;
    private final AtomicBoolean left = new AtomicBoolean();

    private Place(UUID user) {
      this.user = user;
    }

    /** The socket has ended, or was not opened; a second call changes nothing. */
    void leave() {
      if (left.compareAndSet(false, true)) {
        sockets.computeIfPresent(user, (id, open) -> open == 1 ? null : open - 1);
      }
    }
  }

  /** All of them. */
  int count() {
    return sockets.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Counts one more; null if the person has {@value #MAX_SOCKETS} already. */
  @Nullable Place enter(UUID user) {
    AtomicBoolean entered = new AtomicBoolean();
    sockets.compute(
        user,
        (id, open) -> {
          int now = open == null ? 0 : open;
          entered.set(now < MAX_SOCKETS);
          return entered.get() ? Integer.valueOf(now + 1) : open;
        });
    return entered.get() ? new Place(user) : null;
  }
}
