package com.lotview.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealershipsTest {
  @ParameterizedTest
  @CsvSource({
    "Smith Auto, smith-auto",
    "Smith & Söhne!, smith-sohne",
    "  A--B  , a-b",
    "車, dealership"
  })
  void aNameBecomesASlug(String name, String slug) {
    assertThat(Dealerships.slug(name)).isEqualTo(slug);
  }
}
