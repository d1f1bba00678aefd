package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.browser.Slowness;
import com.lotview.worker.browser.pool.JobProxies.JobProxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A browser that returns its resources to the pool on close, and ends when it is too old. */
final class PooledBrowser implements BrowserSession {

  private static final System.Logger LOG = System.getLogger(PooledBrowser.class.getName());

  private final BrowserSession session;
  private final JobProxy proxy;
  private final Runnable retire;
  private final CountDownLatch closed = new CountDownLatch(1);

  PooledBrowser(BrowserSession session, JobProxy proxy, Runnable retire) {
    this.session = session;
    this.proxy = proxy;
    this.retire = retire;
  }

  void endAfter(Duration age) {
    Thread.ofVirtual().name("age of a browser").start(() -> endWhenOld(age));
  }

  private void endWhenOld(Duration age) {
    try {
      if (!closed.await(age.toNanos(), TimeUnit.NANOSECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "a browser got too old: " + session.folder());
        session.kill();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public RemoteWebDriver driver() {
    return session.driver();
  }

  @Override
  public Map<String, Object> devTools(String method, Map<String, ?> parameters) {
    return session.devTools(method, parameters);
  }

  @Override
  public URI pageSocket() {
    return session.pageSocket();
  }

  @Override
  public long processGroup() {
    return session.processGroup();
  }

  @Override
  public Path folder() {
    return session.folder();
  }

  @Override
  public void setCookies(List<BrowserCookie> cookies, URI site) {
    session.setCookies(cookies, site);
  }

  @Override
  public List<BrowserCookie> cookies() {
    return session.cookies();
  }

  @Override
  public byte[] screenshot() {
    return session.screenshot();
  }

  @Override
  public OnceOnly onceOnly(String host) {
    return proxy.onceOnly(host);
  }

  @Override
  public Slowness slowness() {
    return session.slowness();
  }

  @Override
  public boolean alive() {
    return session.alive();
  }

  @Override
  public void kill() {
    session.kill();
  }

  @Override
  public void close() {
    closed.countDown();
    retire.run();
  }
}
