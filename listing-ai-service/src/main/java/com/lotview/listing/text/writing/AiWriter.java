package com.lotview.listing.text.writing;

import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import java.util.List;
import reactor.core.publisher.Mono;

/** An external writer of texts; each of its texts is checked. */
public interface AiWriter {

  /**
   * Requests a text.
   *
   * @param reasons why the previous text was refused; empty the first time
   * @return the text as it came; fails with {@link AiWriterException} if none did within the
   *     writer's deadline
   */
  Mono<ListingText> write(ListingBrief brief, List<String> reasons);

  /** The model that is used. */
  String model();

  /** No usable answer came; the message is safe to store and to show. */
  final class AiWriterException extends RuntimeException {
    public AiWriterException(String message) {
      super(message, null, false, false);
    }
  }
}
