package com.lotview.sandbox.account;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All accounts, kept in one file that survives a restart. Thread-safe. */
public final class Accounts {
  private final Path file;
  private final Dice dice;
  private final Map<String, Account> byId = new LinkedHashMap<>();

  /** Opens the accounts of the folder, which must exist. */
  public Accounts(Path folder, Dice dice) {
    this.file = folder.resolve("accounts.json");
    this.dice = dice;
    if (Files.exists(file)) {
      try {
        for (Account account : Json.MAPPER.readValue(Files.readString(file), Account[].class)) {
          byId.put(account.id(), account);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Opens a new account, signed in.
   *
   * @param variant the variant it sees; null for the site's own
   * @param twoFactor whether signing in asks for a code too
   */
  public synchronized Account open(
      String name, String city, List<String> groups, @Nullable String variant, boolean twoFactor) {
    String id = dice.digits(15);
    while (byId.containsKey(id)) {
      id = dice.digits(15);
    }
    String email = "person." + id + "@sandbox.invalid";
    String password = dice.token(12);
    String code = dice.digits(6);
    return keep(
        new Account(id, name, city, email, password, groups, variant, code, twoFactor, newXs()));
  }

  /** Signs the account in again; its previous session ends. */
  public synchronized Optional<Account> signIn(String id) {
    return find(id).map(account -> keep(account.withXs(newXs())));
  }

  /** The account for this entry on the login page. */
  public synchronized Optional<Account> known(String email, String password) {
    return byId.values().stream()
        .filter(account -> account.email().equals(email) && account.password().equals(password))
        .findFirst();
  }

  /** Gives the account another variant of the site; null for the site's own. */
  public synchronized Optional<Account> showVariant(String id, @Nullable String variant) {
    return find(id).map(account -> keep(account.withVariant(variant)));
  }

  /** Ends the account's session; its cookies are invalid afterwards. */
  public synchronized Optional<Account> signOut(String id) {
    return find(id).map(account -> keep(account.withXs(null)));
  }

  /** The account, signed in or not. */
  public synchronized Optional<Account> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The account whose session these two cookies are. */
  public synchronized Optional<Account> signedIn(String id, String xs) {
    return find(id).filter(account -> xs.equals(account.xs()));
  }

  /** All accounts, oldest first. */
  public synchronized List<Account> all() {
    return List.copyOf(byId.values());
  }

  private String newXs() {
    return dice.digits(2) + "%3A" + dice.token(14) + "%3A2%3A" + dice.digits(10) + "%3A-1%3A-1";
  }

  private Account keep(Account account) {
    byId.put(account.id(), account);
    try {
      Path fresh = file.resolveSibling("accounts.json.new");
      Files.writeString(fresh, Json.MAPPER.writeValueAsString(byId.values()));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return account;
  }
}
