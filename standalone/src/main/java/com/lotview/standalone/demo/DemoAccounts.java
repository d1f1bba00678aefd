package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ClientException;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Connects accounts: fresh ones of the sandbox, or the one whose cookies were given. */
final class DemoAccounts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ApiClient api;
  private final Installation installation;
  private final Progress progress;
  private @Nullable Connected current;

  DemoAccounts(ApiClient api, Installation installation, Progress progress) {
    this.api = api;
    this.installation = installation;
    this.progress = progress;
  }

  /** An account with room for one more order. */
  Connected forOrder(@Nullable Path session, int room) {
    Connected account = current(session);
    if (account.used >= room && session == null) {
      account = connectSandboxAccount();
      current = account;
    }
    return account;
  }

  /** The account in use; the first call connects it. */
  private Connected current(@Nullable Path session) {
    Connected account = current;
    if (account == null) {
      account = session == null ? connectSandboxAccount() : connect(cookies(session), "Given");
      current = account;
    }
    return account;
  }

  private Connected connectSandboxAccount() {
    return connectSandboxAccount("Dana Smith", "Sandbox account");
  }

  /** One more account of the sandbox. */
  Connected connectSandboxAccount(String owner, String label) {
    if (installation.sandbox().isEmpty()) {
      throw new ClientException(
          "MARKETPLACE_URL names another site than the sandbox: give --session FILE with the"
              + " cookies of a session that its owner signed in to");
    }
    JsonNode account =
        api.post(
                installation.sandbox() + "/__accounts",
                Map.of("name", owner, "city", "Aurora, Colorado"))
            .orFail("Making a sandbox account");
    return connect(account.get("cookies"), label);
  }

  private Connected connect(JsonNode cookies, String label) {
    String user =
        cookies
            .valueStream()
            .filter(cookie -> cookie.path("name").asString().equals("c_user"))
            .map(cookie -> cookie.path("value").asString())
            .findFirst()
            .orElseThrow(() -> new ClientException("The cookies lack c_user"));
    JsonNode account =
        api.post("/v1/fb-accounts", Map.of("label", label + " " + user, "cookies", cookies))
            .orFail("Connecting the account");
    progress.step("connected " + label + " " + user);
    return new Connected(account.get("id").asString(), user);
  }

  private static JsonNode cookies(Path file) {
    try {
      JsonNode content = JSON.readTree(Files.readAllBytes(file));
      return content.isArray() ? content : content.path("cookies");
    } catch (IOException | tools.jackson.core.JacksonException e) {
      throw new ClientException("The session " + file + " is not a JSON list of cookies");
    }
  }

  /** An account connected for this demo. */
  static final class Connected {
    private final String id;
    private final String account;
    private int used;

    private Connected(String id, String account) {
      this.id = id;
      this.account = account;
    }

    String id() {
      return id;
    }

    /** The site's own number of it. */
    String account() {
      return account;
    }

    void use() {
      used++;
    }
  }
}
