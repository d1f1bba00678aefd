package com.lotview.posting.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.fleet.FleetStore.InLine;
import com.lotview.posting.fleet.WaitingLine.Place;
import com.lotview.posting.id.DealershipId;
import com.lotview.posting.id.FbAccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinePlanTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final UUID SMITH = new UUID(1, 0);
  private static final UUID JONES = new UUID(2, 0);

  private final List<InLine> line = new ArrayList<>();

  @Test
  void freeBrowsersBeginAtOnceAndTheNextOnesFollowAtTheFleetsPace() {
    List<UUID> posts =
        List.of(wait(SMITH, 1), wait(SMITH, 2), wait(SMITH, 3), wait(SMITH, 4), wait(SMITH, 5));
    Map<UUID, Place> plan = plan(new FleetCapacity(1, 2, 2, 60), Map.of());
    assertThat(posts.stream().map(plan::get))
        .containsExactly(
            new Place(1, NOON),
            new Place(2, NOON),
            new Place(3, NOON.plusSeconds(60)),
            new Place(4, NOON.plusSeconds(60)),
            new Place(5, NOON.plusSeconds(120)));
  }

  @Test
  void busyBrowsersAreExpectedHalfwayThroughTheirJobs() {
    UUID post = wait(SMITH, 1);
    assertThat(plan(new FleetCapacity(1, 1, 0, 60), Map.of()).get(post))
        .isEqualTo(new Place(1, NOON.plusSeconds(30)));
  }

  @Test
  void whatTheFleetHasComesBeforeWhatWaits() {
    UUID waits = wait(SMITH, 1);
    UUID handedOver = handedOver(SMITH, 2);
    Map<UUID, Place> plan = plan(new FleetCapacity(1, 1, 1, 60), Map.of());
    assertThat(plan.get(handedOver)).isEqualTo(new Place(1, NOON));
    assertThat(plan.get(waits)).isEqualTo(new Place(2, NOON.plusSeconds(60)));
  }

  @Test
  void oneAccountPostsOneAfterTheOther() {
    UUID first = wait(SMITH, 1);
    UUID second = wait(SMITH, 1);
    Map<UUID, Place> plan = plan(new FleetCapacity(1, 2, 2, 60), Map.of());
    assertThat(plan.get(first).start()).isEqualTo(NOON);
    assertThat(plan.get(second).start()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void aDealershipWithOnePostDoesNotWaitForAllOfAnothers() {
    for (int account = 1; account <= 40; account++) {
      wait(SMITH, account);
    }
    UUID one = wait(JONES, 99);
    Map<UUID, Place> plan = plan(new FleetCapacity(1, 1, 1, 60), Map.of());
    assertThat(plan.get(one).number()).isLessThanOrEqualTo(2);
  }

  @Test
  void theDealershipServedLongestAgoIsNext() {
    UUID smith = wait(SMITH, 1);
    UUID jones = wait(JONES, 2);
    Map<UUID, Instant> served = Map.of(SMITH, NOON.minusSeconds(10), JONES, NOON.minusSeconds(90));
    Map<UUID, Place> plan = plan(new FleetCapacity(1, 1, 1, 60), served);
    assertThat(plan.get(jones).number()).isEqualTo(1);
    assertThat(plan.get(smith).number()).isEqualTo(2);
  }

  @Test
  void aPostThatIsDueLaterLeavesTheBrowsersToOthersUntilThen() {
    UUID nine = wait(SMITH, 1, NOON.plusSeconds(3600));
    UUID now = wait(SMITH, 2);
    Map<UUID, Place> plan = plan(new FleetCapacity(1, 1, 1, 60), Map.of());
    assertThat(plan.get(now)).isEqualTo(new Place(1, NOON));
    assertThat(plan.get(nine)).isEqualTo(new Place(2, NOON.plusSeconds(3600)));
  }

  @Test
  void nothingIsExpectedOfAFleetThatIsAway() {
    wait(SMITH, 1);
    assertThat(plan(new FleetCapacity(0, 0, 0, 60), Map.of())).isEmpty();
  }

  private Map<UUID, Place> plan(FleetCapacity fleet, Map<UUID, Instant> served) {
    return LinePlan.of(NOON, fleet, line, served);
  }

  private UUID wait(UUID dealership, int account) {
    return wait(dealership, account, NOON.minusSeconds(5).plusMillis(line.size()));
  }

  private UUID wait(UUID dealership, int account, Instant earliest) {
    return add(dealership, account, false, earliest);
  }

  private UUID handedOver(UUID dealership, int account) {
    return add(dealership, account, true, NOON);
  }

  private UUID add(UUID dealership, int account, boolean handedOver, Instant earliest) {
    UUID post = new UUID(9, line.size());
    AccountRef owner =
        new AccountRef(new DealershipId(dealership), new FbAccountId(new UUID(5, account)));
    line.add(new InLine(owner, post, handedOver, earliest));
    return post;
  }
}
