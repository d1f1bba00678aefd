package com.lotview.journey;

import com.lotview.contracts.Role;
import com.lotview.faults.system.SystemProcess;
import com.lotview.standalone.DemoLogin;
import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.SampleStock;
import com.lotview.standalone.demo.LedgerCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A dealership on a whole system: its people, stock, accounts and mails, and the site's ledger. */
final class Dealership implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final Pattern LINK = Pattern.compile("https?://\\S+#\\S+");

  private static final Map<String, String> WORKER = Map.of("LOTVIEW_UNREADABLE_RETRY_DELAY", "2s");

  private final Path home;
  private final SystemProcess system;
  private final ApiClient api;
  private int number;

  private Dealership(Path home, SystemProcess system) {
    this.home = home;
    this.system = system;
    this.api = client(installation().email());
  }

  /** Starts everything on an empty folder. */
  static Dealership open(Path home) throws IOException, InterruptedException {
    // The tests poll more often than a person.
    SystemProcess system =
        SystemProcess.start(
            home,
            SystemProcess.freePort(),
            Map.of(
                "LOTVIEW_RATE_LIMITS",
                "off",
                "LOGGING_LEVEL_COM_LOTVIEW_KIT_WEB",
                "DEBUG",
                // The dealership's other systems are on this machine too.
                "OUTSIDE_ALLOWED_NETWORKS",
                "127.0.0.0/8"));
    try {
      system.startWorker(WORKER);
      return new Dealership(home, system);
    } catch (IOException | RuntimeException e) {
      system.close();
      throw e;
    }
  }

  /** A person who may sign in. */
  record Person(Role role, String email, String password) {}

  /** A vehicle that lacks nothing for a posting. */
  record Car(String id, String stockNumber) {}

  /**
   * A connected account.
   *
   * @param id the dealership's
   * @param site the site's own
   */
  record Account(String id, String site, String label) {}

  Installation installation() {
    return Installation.at(home);
  }

  /** After a restart the system has other ports, which only a new worker knows. */
  void newWorker() throws IOException {
    system.startWorker(WORKER);
  }

  SystemProcess system() {
    return system;
  }

  Path home() {
    return home;
  }

  /** The API as its general manager uses it. */
  ApiClient api() {
    return api;
  }

  /** The API as another person uses it. */
  ApiClient api(Person person) {
    ApiClient client = new ApiClient(installation().url());
    client.signIn(person.email(), person.password());
    return client;
  }

  private ApiClient client(String email) {
    ApiClient client = new ApiClient(installation().url());
    client.signIn(email, installation().password());
    return client;
  }

  /** A browser in which somebody is signed in. */
  DashboardBrowser browserOf(Person person) {
    DashboardBrowser browser = DashboardBrowser.open(installation().url());
    browser.signIn(person.email(), person.password());
    return browser;
  }

  Person generalManager() {
    return new Person(Role.GM, installation().email(), installation().password());
  }

  Person salesperson() {
    return new Person(Role.SALESPERSON, DemoLogin.SALES_EMAIL, installation().password());
  }

  /** One of that role: a new person, if the first dealership has none. */
  Person person(Role role) {
    return switch (role) {
      case GM -> generalManager();
      case SALESPERSON -> salesperson();
      case SALES_MANAGER -> invited(role);
    };
  }

  private Person invited(Role role) {
    Person person = new Person(role, role(role) + "@smith-auto.example", "paper moon 47 lamps");
    api.post(
            "/v1/users",
            Map.of("email", person.email(), "firstName", "Robin", "lastName", "Park", "role", role))
        .orFail("Inviting");
    String token = linkTo(person.email()).replaceFirst(".*#", "");
    api.post("/v1/auth/invitation", Map.of("token", token, "password", person.password()))
        .orFail("Taking the invitation");
    return person;
  }

  private String role(Role role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-') + ++number;
  }

  /** The link of the latest mail to that address. */
  String linkTo(String email) {
    return Awaitility.await("a mail to " + email)
        .atMost(TIMEOUT)
        .until(() -> newestLink(email), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> newestLink(String email) throws IOException {
    if (!Files.isDirectory(home.resolve("mail"))) {
      return Optional.empty();
    }
    try (Stream<Path> mails = Files.list(home.resolve("mail"))) {
      for (Path mail :
          mails
              .filter(one -> one.toString().endsWith(".txt"))
              .sorted(Comparator.reverseOrder())
              .toList()) {
        String text = Files.readString(mail);
        Matcher link = LINK.matcher(text);
        if (text.contains(email) && link.find()) {
          return Optional.of(link.group());
        }
      }
      return Optional.empty();
    }
  }

  /** The next vehicle, with photos; vehicles of one kind are found by it. */
  Car car(String kind) {
    number++;
    String id = SampleStock.enter(api, SampleStock.vehicle(kind, number), SampleStock.photos(kind));
    return new Car(id, kind + number);
  }

  /** A new account of the site, connected. */
  Account account(String label) {
    JsonNode site = SampleStock.siteAccount(api, installation().sandbox(), label, Map.of());
    return new Account(SampleStock.connect(api, label, site), site.path("id").asString(), label);
  }

  /** Has the site misbehave towards an account. */
  void misbehave(Account account, Map<String, Object> fault) {
    tell("/__faults", account, fault);
  }

  /** Has the site show an account something in one of its ways. */
  void settle(Account account, String choice, String value) {
    tell("/__choices", account, Map.of("choice", choice, "value", value));
  }

  private void tell(String path, Account account, Map<String, Object> what) {
    Map<String, Object> whole = new HashMap<>(what);
    whole.put("account", account.site());
    api.post(installation().sandbox() + path, whole).orFail("Telling the site " + what);
  }

  /** Orders a posting for a time; its id. */
  String order(Car car, Account account, Map<String, Object> more) {
    Map<String, Object> order = new HashMap<>(more);
    order.put("vehicleId", car.id());
    order.put("fbAccountId", account.id());
    return api.post("/v1/postings", order).orFail("Ordering").get("id").asString();
  }

  JsonNode posting(String id) {
    return api.get("/v1/postings/" + id).orFail("Reading a posting");
  }

  /** Waits for the vehicle's posting; its id. */
  String postingOf(Car car) {
    return Awaitility.await("the order is taken")
        .atMost(TIMEOUT)
        .until(
            () ->
                api.get("/v1/vehicles/" + car.id())
                    .orFail("Looking")
                    .at("/posting/id")
                    .asString(""),
            found -> !found.isEmpty());
  }

  /** Waits until a posting stands so. */
  JsonNode await(String posting, String status) {
    return Awaitility.await("posting %s is %s".formatted(posting, status))
        .atMost(TIMEOUT)
        .until(() -> posting(posting), one -> one.path("status").asString().equals(status));
  }

  /** All postings of a query. */
  List<JsonNode> postings(String query) {
    return api.get("/v1/postings?limit=100&" + query)
        .orFail("Listing postings")
        .path("data")
        .valueStream()
        .toList();
  }

  /** How many listings of an account are live, by the site's ledger. */
  int listings(Account account) {
    return api.get(installation().sandbox() + "/__ledger?account=" + account.site())
        .orFail("Reading the ledger")
        .path("count")
        .asInt();
  }

  /** What the ledger has otherwise than ordered; empty if it is there once and right. */
  List<String> differences(Car car, String posting, Account account) {
    return new LedgerCheck(api, installation().sandbox())
        .differences(
            api.get("/v1/vehicles/" + car.id()).orFail("Looking"),
            posting(posting),
            account.site());
  }

  @Override
  public void close() throws InterruptedException {
    system.close();
  }
}
