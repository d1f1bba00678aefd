package com.lotview.worker.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PublishWatchTest {

  private static final String CREATED =
      "{\"data\":{\"marketplace_listing_create\":{\"x\":1,\"listing\":{\"t\":\"a\",\"id\":\"6668813399992739\"}}}}";

  @Test
  void theIdIsReadFromOneDocumentFromManyAndBehindAGuard() {
    assertThat(PublishWatch.id(CREATED)).contains("6668813399992739");
    assertThat(PublishWatch.id("{\"label\":\"first\"}\n" + CREATED)).contains("6668813399992739");
    assertThat(PublishWatch.id("for (;;);" + CREATED)).contains("6668813399992739");
  }

  @Test
  void noIdIsEverMadeUp() {
    assertThat(PublishWatch.id("{\"data\":{\"listing\":{\"id\":\"12345\"}}}")).isEmpty();
    assertThat(
            PublishWatch.id(
                "{\"errors\":[{\"message\":\"Query Error\"}],\"data\":{\"marketplace_listing_create\":null}}"))
        .isEmpty();
    assertThat(PublishWatch.id("<html>Something went wrong</html>")).isEmpty();
  }
}
