package com.lotview.posting.posting.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.TimelineEntry;
import com.lotview.posting.texts.DealerTexts;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a posting's timeline as people see it: what happened, and the pictures that were
 * taken then.
 *
 * @param type of a {@link TimelineEntry}, or {@code PICTURE}
 * @param url of a picture; it ends
 */
record TimelineLine(
    Instant at,
    String type,
    @Nullable PostingStatus status,
    @Nullable Integer step,
    @Nullable Integer total,
    String message,
    int attempt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable URI url) {

  static List<TimelineLine> of(
      List<TimelineEntry> entries, List<PostingResponse.Picture> pictures) {
    List<TimelineLine> all = new ArrayList<>(entries.stream().map(TimelineLine::of).toList());
    // Written lines keep their order, even if the clocks of the services differ.
    for (PostingResponse.Picture picture : pictures) {
      int place = all.size();
      while (place > 0 && all.get(place - 1).at().isAfter(picture.takenAt())) {
        place--;
      }
      all.add(place, of(picture));
    }
    return List.copyOf(all);
  }

  private static TimelineLine of(TimelineEntry entry) {
    return new TimelineLine(
        entry.at(),
        entry.type().name(),
        entry.status(),
        entry.step(),
        entry.total(),
        entry.message(),
        entry.attempt(),
        null);
  }

  private static TimelineLine of(PostingResponse.Picture picture) {
    return new TimelineLine(
        picture.takenAt(),
        "PICTURE",
        null,
        null,
        null,
        DealerTexts.picture(picture.kind()),
        picture.attempt(),
        picture.url());
  }
}
