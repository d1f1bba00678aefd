package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailPageTest {
  @TempDir Path folder;

  @Test
  void showsTheNewestMailFirst_withItsLink_andNoMarkupOfItsText() throws Exception {
    Files.writeString(folder.resolve("01.txt"), "Subject: older");
    Files.writeString(
        folder.resolve("02.txt"), "Subject: <b>newer</b>\n\nhttp://127.0.0.1:8080/account/x#t-1\n");
    Files.writeString(folder.resolve("03.tmp"), "half");
    try (LocalMailPage page = LocalMailPage.start(folder, 0, "secret")) {
      String body = get(page.url(), 200);
      assertThat(body)
          .contains("<a href=\"http://127.0.0.1:8080/account/x#t-1\">")
          .contains("&lt;b&gt;newer")
          .doesNotContain("half");
      assertThat(body.indexOf("newer")).isLessThan(body.indexOf("older"));
    }
  }

  @Test
  void isFoundAtItsSecretPathOnly() throws Exception {
    try (LocalMailPage page = LocalMailPage.start(folder.resolve("none-yet"), 0, "secret")) {
      get(page.url(), 200);
      get(page.url().replace("secret", ""), 404);
      get(page.url() + "/more", 404);
    }
  }

  private static String get(String url, int status) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      return answer.body();
    }
  }
}
