package com.lotview.posting.calendar;

import com.lotview.posting.dispatch.PostLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where more posts of an account fit between those that were and those that are planned: never more
 * than the limits in any rolling hour or day, before and after. Places are looked for from the
 * earliest moment on.
 */
final class FreePlaces {
  private final List<Instant> posts;

  /** Between these posts, in any order. */
  FreePlaces(Collection<Instant> posts) {
    this.posts = posts.stream().sorted().toList();
  }

  /** The first such moment from then on; there always is one. */
  Instant first(Instant from) {
    // Behind the last post and its longest window everything is free.
    return moments(posts, from).filter(at -> fits(posts, at)).min(Instant::compareTo).orElseThrow();
  }

  /** How many more posts could start in that time, if no others are added. */
  int count(Instant from, Instant to) {
    List<Instant> filled = new ArrayList<>(posts);
    int free = 0;
    while (from.isBefore(to) && free < PostLimits.PER_DAY) {
      Optional<Instant> next =
          moments(filled, from)
              .filter(at -> at.isBefore(to) && fits(filled, at))
              .min(Instant::compareTo);
      if (next.isEmpty()) {
        break;
      }
      filled.add(place(filled, next.get()), next.get());
      free++;
    }
    return free;
  }

  // Only where a post leaves a window can a place begin.
  private static Stream<Instant> moments(List<Instant> posts, Instant from) {
    Stream<Instant> freed =
        posts.stream()
            .flatMap(post -> Stream.of(post.plus(PostLimits.HOUR), post.plus(PostLimits.DAY)));
    return Stream.concat(Stream.of(from), freed.filter(at -> at.isAfter(from)));
  }

  private static boolean fits(List<Instant> posts, Instant at) {
    return fits(posts, at, PostLimits.PER_HOUR, PostLimits.HOUR)
        && fits(posts, at, PostLimits.PER_DAY, PostLimits.DAY);
  }

  // With the new post, any limit + 1 consecutive posts must span at least the window.
  private static boolean fits(List<Instant> posts, Instant at, int limit, Duration window) {
    int place = place(posts, at);
    for (int first = Math.max(0, place - limit); first <= place; first++) {
      int last = first + limit;
      if (last > posts.size()) {
        return true;
      }
      Instant begin = first == place ? at : posts.get(first);
      Instant end = last == place ? at : posts.get(last - 1);
      if (end.isBefore(begin.plus(window))) {
        return false;
      }
    }
    return true;
  }

  private static int place(List<Instant> posts, Instant at) {
    int found = Collections.binarySearch(posts, at);
    return found < 0 ? -found - 1 : found;
  }
}
