package com.lotview.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {
  @Audited(except = "meaning")
  private record Facts(
      String stockNumber, @Nullable Long price, List<String> features, Object meaning) {}

  private enum Status {
    AVAILABLE,
    SOLD
  }

  private record Car(long version, @Audited Facts facts, @Audited Status status, byte[] picture) {}

  private static Car car(@Nullable Long price, Status status, String... features) {
    return new Car(
        System.nanoTime(),
        new Facts("A-1", price, List.of(features), new Object()),
        status,
        new byte[1]);
  }

  @Test
  void onlyAuditedFieldsThatDifferAreNamed_inTheOrderOfTheRecord() {
    assertThat(
            Changes.between(
                car(100L, Status.AVAILABLE, "Roof"), car(90L, Status.SOLD, "Roof", "Radio")))
        .containsExactly(
            new Change("price", "100", "90"),
            new Change("features", "Roof", "Roof, Radio"),
            new Change("status", "AVAILABLE", "SOLD"));
    assertThat(Changes.between(car(1L, Status.SOLD), car(1L, Status.SOLD))).isEmpty();
  }

  @Test
  void aValueThatComesOrGoesHasNullOnTheOtherSide() {
    assertThat(Changes.between(car(null, Status.SOLD), car(5L, Status.SOLD)))
        .containsExactly(new Change("price", null, "5"));
    assertThat(Changes.between(car(5L, Status.SOLD), car(null, Status.SOLD)))
        .containsExactly(new Change("price", "5", null));
  }

  @Test
  void ofAThingThatIsMadeOrRemovedEveryValueIsNamed() {
    List<Change> made = Changes.between(null, car(null, Status.SOLD));
    assertThat(made)
        .containsExactly(
            new Change("stockNumber", null, "A-1"), new Change("status", null, "SOLD"));
    assertThat(Changes.between(car(null, Status.SOLD), null))
        .containsExactly(
            new Change("stockNumber", "A-1", null), new Change("status", "SOLD", null));
  }

  @Audited
  private record Users(@Nullable Set<String> userIds) {}

  @Test
  void everybodyIsNotNobody() {
    assertThat(Changes.between(new Users(null), new Users(Set.of())))
        .containsExactly(new Change("userIds", null, ""));
    assertThat(Changes.between(new Users(Set.of("b", "a")), new Users(Set.of("a"))))
        .containsExactly(new Change("userIds", "a, b", "a"));
  }

  @Audited
  private record Note(String text, Instant at) {}

  @Test
  void aLongTextIsCut() {
    Note before = new Note("a", Instant.EPOCH);
    Change change = Changes.between(before, new Note("x".repeat(9_000), Instant.EPOCH)).getFirst();
    assertThat(change.to()).hasSize(AuditedFields.MAX_CHARS + 1).endsWith("…");
  }

  private record Plain(String name) {}

  private record Person(@Audited String name, @Audited String passwordHash) {}

  @Audited
  private record Key(byte[] value) {}

  @Audited(except = "other")
  private record Renamed(String name) {}

  @Test
  void whatMayBeASecretIsRefused_neverKept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Changes.between(null, new Plain("x")))
        .withMessageContaining("no audited field");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Changes.between(null, new Person("x", "$2a$")))
        .withMessageContaining("looks like a secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Changes.between(null, new Key(new byte[] {1})))
        .withMessageContaining("no plain value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Changes.between(null, new Renamed("x")))
        .withMessageContaining("has not all of");
  }
}
