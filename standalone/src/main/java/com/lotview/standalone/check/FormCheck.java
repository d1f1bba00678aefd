package com.lotview.standalone.check;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ClientException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./lotview form check --account ID}: lets the running system read the form of an account
 * and prints what no longer matches. Posts nothing. Ends with 1 if a part is missing without which
 * no vehicle can be posted, or if the form could not be read.
 */
public final class FormCheck {
  private static final Duration TIMEOUT = Duration.ofMinutes(6);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final ApiClient api;
  private final PrintStream out;

  private FormCheck(ApiClient api, PrintStream out) {
    this.api = api;
    this.out = out;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      FormCheckOptions options = FormCheckOptions.of(args, System.getenv());
      ApiClient api = new ApiClient(options.url());
      api.signIn(options.email(), options.password());
      System.exit(new FormCheck(api, out).check(options.account()) ? 0 : 1);
    } catch (ClientException e) {
      out.println("The form was not read: " + e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private boolean check(String wanted) throws InterruptedException {
    String account = "/v1/fb-accounts/" + (wanted.isEmpty() ? onlyAccount() : wanted);
    JsonNode check = api.post(account + "/form-check", Map.of()).orFail("Reading the form");
    String result = account + "/form-checks/" + check.get("checkId").asString();
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (check.get("state").asString().equals("CHECKING")) {
      if (System.nanoTime() > deadline) {
        throw new ClientException("no worker has answered; is one running?");
      }
      Thread.sleep(BETWEEN_LOOKS);
      check = api.get(result).orFail("Asking for the result");
    }
    return shown(check);
  }

  private String onlyAccount() {
    List<JsonNode> all =
        api.get("/v1/fb-accounts")
            .orFail("Listing the accounts")
            .get("data")
            .valueStream()
            .toList();
    if (all.size() == 1) {
      return all.getFirst().get("id").asString();
    }
    all.forEach(one -> out.println(one.get("id").asString() + "  " + one.get("label").asString()));
    throw new ClientException("name one of " + all.size() + " accounts with --account ID");
  }

  private boolean shown(JsonNode check) {
    if (!check.get("state").asString().equals("DONE")) {
      throw new ClientException(check.path("error").asString(check.get("state").asString()));
    }
    List<JsonNode> findings = check.get("findings").valueStream().toList();
    table(
        Stream.concat(
                Stream.of(List.of("field", "needed", "state", "wanted", "found")),
                findings.stream().map(FormCheck::row))
            .toList());
    List<String> gone =
        findings.stream().filter(FormCheck::gone).map(one -> one.get("field").asString()).toList();
    out.printf(
        "Form map %s, version %d. %s%n",
        check.get("language").asString(),
        check.get("mapVersion").asInt(),
        gone.isEmpty()
            ? "Vehicles can be posted."
            : "No vehicle can be posted: " + String.join(", ", gone));
    if (check.hasNonNull("picture")) {
      out.println("Picture: " + check.get("picture").asString());
    }
    return gone.isEmpty();
  }

  private static boolean gone(JsonNode finding) {
    return finding.get("required").asBoolean()
        && switch (finding.get("state").asString()) {
          case "MISSING", "OPTIONS_MISSING" -> true;
          default -> false;
        };
  }

  private static List<String> row(JsonNode finding) {
    return List.of(
        finding.get("field").asString(),
        finding.get("required").asBoolean() ? "yes" : "",
        finding.get("state").asString(),
        finding.path("wanted").asString(""),
        finding.path("found").asString(""));
  }

  private void table(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      int at = column;
      widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).repeat(' ', widths.get(column) - cell.length() + 2);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
