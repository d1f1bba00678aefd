package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.ProcessGroup;
import java.nio.file.Path;

/** Where the proxies of jobs come from. Thread-safe. */
public interface JobProxies extends AutoCloseable {

  /**
   * A proxy on this machine for one browser, without credentials, which dies with the job's folder
   * ({@link ProcessGroup#killOf}): what a dead browser had not sent is never sent.
   *
   * @param account whose browser it is; it always gets the same way out
   * @throws BrowserStartException if there is no way out now
   */
  JobProxy open(Path folder, String account);

  /** Gives back what all of them shared; after the last of them has ended. */
  @Override
  void close();

  /** The proxy of one browser. */
  interface JobProxy extends AutoCloseable {

    /** {@code host:port}. */
    String address();

    /** Begins a time in which what is sent to the host is sent once; see there. */
    OnceOnly onceOnly(String host);

    @Override
    void close();
  }
}
