package com.lotview.worker.fleet;

import com.lotview.worker.marketplace.PostingOutcome;
import com.lotview.worker.marketplace.Search;
import java.nio.file.Path;
import java.util.List;

/**
 * A browser at the site, for one run. Driven by one thread; only {@link #picture()} may be called
 * from another one. Every call has a deadline of its own, and fails soon after the browser was
 * killed. What the site does not allow is thrown as a {@code StoppedException}; any other unchecked
 * exception means that the browser itself failed.
 */
public interface SiteBrowser extends AutoCloseable {
  /** Signs in with cookies (JSON array) and makes sure that it worked. */
  void signIn(String cookies);

  /** Opens the empty form. */
  void openForm();

  /**
   * Fills the form, uploads the photos and reads everything back.
   *
   * @param uploading told once, when only the photos are waited for
   */
  void fill(PostingOrder order, List<Path> photos, Runnable uploading);

  /** Goes to where the next click publishes. */
  void next();

  /** The page as it looks now, PNG. */
  byte[] picture();

  /**
   * Clicks "Publish", at most once, and waits for what the site says.
   *
   * @param clicked told as soon as the click has been given
   */
  PostingOutcome publish(PostingOrder order, Runnable clicked);

  /** Looks for the order's listing among the account's. Never clicks anything that publishes. */
  Search look(PostingOrder order);

  /** The cookies now (JSON array). */
  String cookies();

  /** Ends the browser; when it returns, no process of it is left. */
  @Override
  void close();
}
