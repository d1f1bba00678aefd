package com.lotview.inventory.feedout;

import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.kit.ticket.Ticket;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The addresses of feeds and their photos. A photo's address contains its own secret, derived from
 * the feed's: a person who sees a photo's address cannot find the feed, and both become invalid
 * together.
 */
@Component
public class FeedAddresses {
  private static final String PHOTOS = "feed-photos";

  private final String base;

  FeedAddresses(FeedOutProperties properties) {
    this.base = properties.publicUrl().toString().replaceAll("/+$", "") + "/feeds/";
  }

  /** Where the feed is. */
  URI feed(Ticket secret, FeedFormat format) {
    return URI.create(base + secret.text() + "/" + format.file());
  }

  /** The secret in the photos' addresses. */
  static Ticket ofPhotos(Ticket secret) {
    return secret.derived(PHOTOS);
  }

  URI photo(Ticket photos, UUID id) {
    return URI.create(base + "photos/" + photos.text() + "/" + id + ".jpg");
  }
}
