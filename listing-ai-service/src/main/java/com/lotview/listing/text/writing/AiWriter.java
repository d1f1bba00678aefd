package com.lotview.listing.text.writing;

import com.lotview.listing.text.ListingBrief;
import com.lotview.listing.text.ListingText;
import java.util.List;
import reactor.core.publisher.Mono;

/** Someone outside who writes texts, and whose every text is checked. */
public interface AiWriter {

  /**
   * Asks for a text.
   *
   * @param reasons why the text before was refused; empty the first time
   * @return the text as it came; fails with {@link AiWriterException} if none did within the
   *     writer's deadline
   */
  Mono<ListingText> write(ListingBrief brief, List<String> reasons);

  /** The model that is asked. */
  String model();

  /** No usable answer came; the message is safe to store and to show. */
  final class AiWriterException extends RuntimeException {
    public AiWriterException(String message) {
      super(message, null, false, false);
    }
  }
}
