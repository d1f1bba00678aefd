package com.lotview.form.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MakeListTest {

  @Test
  void aNameThatStandsForAnEntryIsAcceptedToo() {
    assertThat(MakeList.accepted(List.of("Ford", "Mercedes-Benz", "Infiniti")))
        .startsWith("Ford", "Mercedes-Benz", "Infiniti")
        .contains("benz", "INFINITI", "infinity")
        .doesNotContain("Ram", "ram", "cadi", "Chevrolet");
  }

  @Test
  void aFormWithoutAListAcceptsNothingByIt() {
    assertThat(MakeList.accepted(List.of())).isEmpty();
  }
}
