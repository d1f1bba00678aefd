package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.ProcessGroup;
import java.nio.file.Path;

/** Opens the proxies of jobs. Thread-safe. */
public interface JobProxies extends AutoCloseable {

  /**
   * Opens a local proxy for one browser, without credentials. It is killed with the job's folder
   * ({@link ProcessGroup#killOf}), so that unsent requests of a dead browser are never sent.
   *
   * @param account the browser's account; it always gets the same upstream proxy
   * @throws BrowserStartException if the upstream proxy is not available
   */
  JobProxy open(Path folder, String account);

  /** Releases what the proxies shared, after the last one has ended. */
  @Override
  void close();

  /** The proxy of one browser. */
  interface JobProxy extends AutoCloseable {

    /** {@code host:port}. */
    String address();

    /**
     * Starts a period in which requests to the host are sent at most once; see {@link OnceOnly}.
     */
    OnceOnly onceOnly(String host);

    @Override
    void close();
  }
}
