package com.lotview.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import com.lotview.worker.browser.BrowserLauncher;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.pool.Appearance;
import com.lotview.worker.browser.pool.BrowserPool;
import com.lotview.worker.browser.pool.JobProxies;
import com.lotview.worker.browser.pool.PoolRules;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.fleet.DrainRules;
import com.lotview.worker.fleet.Fleet;
import com.lotview.worker.fleet.Retention;
import com.lotview.worker.session.ResealSessions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class BrowserSelfTestTest {
  private static final DrainRules AT_ONCE = new DrainRules(null, Duration.ZERO, Duration.ZERO);

  private final BrowserSession session = mock(BrowserSession.class);
  private final AtomicBoolean broken = new AtomicBoolean(true);
  private final JobProxies proxies = mock(JobProxies.class);
  private final Fleet fleet = mock(Fleet.class);
  @TempDir private Path home;

  @Test
  void theWorkerIsNotReadyUntilABrowserStarted_andSaysTheCure() {
    BrowserSelfTest test = selfTest();
    assertThat(test.health().getStatus()).isEqualTo(Status.DOWN);

    assertThat(test.passes()).isFalse();
    assertThat(test.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(test.health().getDetails()).containsEntry("cause", "use the profile");

    broken.set(false);
    assertThat(test.passes()).isTrue();
    assertThat(test.health().getStatus()).isEqualTo(Status.UP);
    verify(session).close();
    assertThat(home.resolve("self-test")).doesNotExist();
    verify(proxies, never()).open(any(), any());
  }

  @Test
  void withoutABrowser_noJobIsTaken() {
    FleetLife life = life();
    life.start();
    verify(fleet, after(500).never()).start();
    life.stop();
    verify(fleet, never()).start();
  }

  @Test
  void withABrowser_jobsAreTaken() {
    broken.set(false);
    FleetLife life = life();
    life.start();
    verify(fleet, timeout(5_000)).start();
    life.stop();
  }

  private FleetLife life() {
    return new FleetLife(
        fleet, mock(Retention.class), mock(ResealSessions.class), selfTest(), AT_ONCE, null);
  }

  private BrowserSelfTest selfTest() {
    BrowserPool pool =
        new BrowserPool(
            new Launcher(),
            Appearance.of("en-US", true, Map.of()),
            proxies,
            PoolRules.reserving(1),
            () -> 5_000,
            home);
    return new BrowserSelfTest(() -> pool.tryOut(home.resolve("self-test")));
  }

  private final class Launcher implements BrowserLauncher {
    @Override
    public BrowserSession launch(LaunchRequest request) {
      if (broken.get()) {
        throw new BrowserStartException(Reason.DID_NOT_START, "it exited", null);
      }
      return session;
    }

    @Override
    public String diagnose(Path folder) {
      return "use the profile";
    }
  }
}
