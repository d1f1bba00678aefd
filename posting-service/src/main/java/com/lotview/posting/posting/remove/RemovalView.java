package com.lotview.posting.posting.remove;

import com.lotview.posting.posting.lifecycle.RemovalWish;
import com.lotview.posting.posting.lifecycle.RemoveMode;
import com.lotview.posting.posting.model.PostingError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A removal as people see it.
 *
 * @param state {@code WANTED} until the listing is made that is to go; then as the removal says
 */
public record RemovalView(
    RemoveMode how, String state, Instant requestedAt, @Nullable PostingError error) {

  public static RemovalView of(RemovalWish wish) {
    return new RemovalView(wish.how(), "WANTED", wish.at(), null);
  }
}
