package com.lotview.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.pool.Appearance;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.pool.JobProxies;
import com.lotview.worker.browser.pool.PoolRules;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserMetersTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicLong free = new AtomicLong(5_000);
  @TempDir private Path home;

  @Test
  void browsersAreCountedByStateAndTheirMemoryIsShown() {
    JobProxies proxies = mock(JobProxies.class);
    JobProxies.JobProxy proxy = mock(JobProxies.JobProxy.class);
    when(proxies.open(home, "account")).thenReturn(proxy);
    when(proxy.address()).thenReturn("127.0.0.1:1");
    BrowserPool pool =
        new BrowserPool(
            request -> mock(BrowserSession.class),
            Appearance.of("en-US", true, Map.of()),
            proxies,
            PoolRules.reserving(1),
            free::get,
            home);
    BrowserConfiguration.meter(pool, meters);
    assertThat(browsers("busy")).isZero();

    BrowserSession session = pool.open(home, "account", Viewport.varied(new Random(1)));
    assertThat(browsers("busy")).isEqualTo(1);
    session.close();
    assertThat(browsers("busy")).isZero();

    assertThat(freeBytes()).isEqualTo(5_000);
    free.set(7_000);
    assertThat(freeBytes()).isEqualTo(7_000);
    pool.close();
  }

  private double browsers(String state) {
    return meters.get("lotview.browsers").tag("state", state).gauge().value();
  }

  private double freeBytes() {
    return meters.get("lotview.browsers.memory.free").gauge().value();
  }
}
