package com.lotview.worker.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.lease.RunEnd;
import com.lotview.worker.fleet.lease.RunPurpose;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.PostingOutcome;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FleetMetersTest {
  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final FleetMeters meters = new FleetMeters(registry);

  @Test
  void theStartOfABrowserIsTimedWhetherItStartsOrNot() {
    String browser =
        meters.start(() -> {
          clock.add(Duration.ofSeconds(2));
          return "browser";
        });
    assertThatThrownBy(() ->
            meters.start(() -> {
              clock.add(Duration.ofSeconds(30));
              throw new IllegalStateException("no sandbox");
            }))
        .hasMessage("no sandbox");

    assertThat(browser).isEqualTo("browser");
    assertThat(seconds("started")).isEqualTo(2);
    assertThat(seconds("failed")).isEqualTo(30);
  }

  @Test
  void aFormThatNeededNoReplacedLabelIsRememberedByItsTime() {
    Heal heal = new Heal("price", "a", "b", 0.8);
    meters.filled(new Heals("es", 2, List.of(heal)));
    meters.filled(Heals.NONE);
    assertThat(registry.find("lotview.form.matched.timestamp").timeGauge()).isNull();

    clock.add(Duration.ofHours(1));
    meters.filled(new Heals("es", 2, List.of()));
    assertThat(matched("es")).isEqualTo((double) clock.wallTime());

    clock.add(Duration.ofHours(1));
    meters.filled(new Heals("es", 2, List.of(heal)));
    assertThat(matched("es")).isEqualTo((double) (clock.wallTime() - 3_600_000));
  }

  @Test
  void healsAndUnreadFieldsAreCountedByFieldAndLanguage() {
    meters.healed("price", "es");
    meters.healed("price", "es");
    meters.healed("make", "");
    meters.unread(new PostingOutcome.Unread("mileage", "de"));

    assertThat(heals("price", "es")).isEqualTo(2);
    assertThat(heals("make", "none")).isEqualTo(1);
    assertThat(
            registry
                .get("lotview.listing.unread")
                .tag("field", "mileage")
                .tag("language", "de")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void lostLeasesAreThereFromTheStart() {
    assertThat(registry.get("lotview.leases.lost").counter().count()).isZero();
    meters.leaseLost();
    assertThat(registry.get("lotview.leases.lost").counter().count()).isEqualTo(1);
  }

  @Test
  void runsAreTimedByPurposeAndEnd() {
    meters.ended(RunPurpose.LOOK, RunEnd.ABSENT, Duration.ofSeconds(40));
    assertThat(
            registry
                .get("lotview.runs")
                .tag("purpose", "LOOK")
                .tag("end", "ABSENT")
                .timer()
                .totalTime(TimeUnit.SECONDS))
        .isEqualTo(40);
  }

  private double heals(String field, String language) {
    return registry
        .get("lotview.form.heals")
        .tag("field", field)
        .tag("language", language)
        .counter()
        .count();
  }

  private double matched(String language) {
    return registry
        .get("lotview.form.matched.timestamp")
        .tag("language", language)
        .timeGauge()
        .value(TimeUnit.MILLISECONDS);
  }

  private double seconds(String result) {
    return registry
        .get("lotview.browsers.start")
        .tag("result", result)
        .timer()
        .totalTime(TimeUnit.SECONDS);
  }
}
