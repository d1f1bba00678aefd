package com.lotview.notification.live;

import com.lotview.kit.security.RequestOrigin;
import com.lotview.notification.ticket.Tickets.Holder;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Cancels postings for the people of sockets. */
public interface PostingCancels {

  /**
   * Cancels the posting, as the API's operation does.
   *
   * @param origin where the socket comes from, for the audit trail
   * @return the posting's state afterwards; fails with a {@link
   *     com.lotview.kit.error.RefusalException} that the person may read
   */
  Mono<String> cancel(Holder holder, RequestOrigin origin, UUID postingId);
}
