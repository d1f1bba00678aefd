package com.lotview.worker.marketplace.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreateAnswerTest {

  private static final String CREATED =
      "{\"data\":{\"marketplace_listing_create\":{\"x\":1,\"listing\":{\"t\":\"a\",\"id\":\"6668813399992739\"}}}}";
  private static final String ID = "6668813399992739";

  @Test
  void theIdIsReadFromOneDocumentFromManyAndBehindAGuard() {
    assertThat(CreateAnswer.id(CREATED)).contains(ID);
    assertThat(CreateAnswer.id("{\"label\":\"first\"}\n" + CREATED)).contains(ID);
    assertThat(CreateAnswer.id("for (;;);" + CREATED)).contains(ID);
    assertThat(CreateAnswer.id("for (;;);{\"a\":[{}]}\r\n" + CREATED + "\n{\"is_final\":true}"))
        .contains(ID);
  }

  @Test
  void theIdIsReadAsANumberAndOverSeveralLines() {
    assertThat(CreateAnswer.id(CREATED.replace("\"" + ID + "\"", ID))).contains(ID);
    assertThat(
            CreateAnswer.id(
                CREATED
                    .replace("{", "{\n  ")
                    .replace(":", " : ")
                    .replace("\"t\"", "\"p\":{},\"t\"")))
        .contains(ID);
  }

  @Test
  void theIdIsReadFromAnAnswerThatBreaksOffBehindIt() {
    assertThat(CreateAnswer.id(CREATED.substring(0, CREATED.length() - 3))).contains(ID);
    assertThat(CreateAnswer.id(CREATED.substring(0, CREATED.length() - 6))).isEmpty();
  }

  @Test
  void theReasonOfARefusalIsReadFromItsErrors() {
    assertThat(
            CreateAnswer.refusal(
                "{\"errors\":[{\"summary\":\"Limit reached\",\"message\":\"Try later.\"}],"
                    + "\"data\":{\"marketplace_listing_create\":null}}"))
        .contains("Limit reached: Try later.");
    assertThat(
            CreateAnswer.refusal(
                "for (;;);{\"label\":\"x\"}\n{\"errors\":[{\"message\":\"a\",\"description\":\"b\"}]}"))
        .contains("b");
    assertThat(CreateAnswer.refusal(CREATED)).isEmpty();
    assertThat(CreateAnswer.refusal("{\"errors\":[]}")).isEmpty();
    assertThat(CreateAnswer.refusal("<html>")).isEmpty();
  }

  @Test
  void noIdIsEverMadeUp() {
    assertThat(CreateAnswer.id("{\"data\":{\"listing\":{\"id\":\"12345\"}}}")).isEmpty();
    assertThat(
            CreateAnswer.id(
                "{\"errors\":[{\"message\":\"Query"
                    + " Error\"}],\"data\":{\"marketplace_listing_create\":null}}"))
        .isEmpty();
    assertThat(CreateAnswer.id("<html>Something went wrong</html>")).isEmpty();
  }
}
