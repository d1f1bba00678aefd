package com.lotview.sandbox.variant;

import com.lotview.sandbox.account.Account;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The site as one account sees it: the variant of the account, or else of the site, mutated, with
 * the choices of layout that were set. Thread-safe.
 */
public final class Faces {
  /** The variant in a language without a form map. */
  private static final String UNKNOWN = "nl";

  private final String standard;
  private final Choices choices;
  private final Mutations mutations;
  private final Map<String, Variant> read = new ConcurrentHashMap<>();

  /**
   * Faces of one site.
   *
   * @param standard the variant of those for whom none was chosen
   * @throws com.lotview.sandbox.http.BadRequest when there is no such variant
   */
  public Faces(String standard, Choices choices, Mutations mutations) {
    this.standard = standard;
    this.choices = choices;
    this.mutations = mutations;
    named(standard);
  }

  /**
   * The variant as it was written.
   *
   * @throws com.lotview.sandbox.http.BadRequest when there is no such variant
   */
  public Variant named(String name) {
    return read.computeIfAbsent(name, Variant::named);
  }

  /** What the account is shown, a stranger if null. */
  public Variant of(@Nullable Account account) {
    String id = account == null ? null : account.id();
    return settled(mutated(account).variant(), id);
  }

  /** What the account is shown on an item page, which may be in another language. */
  public Variant ofItem(@Nullable Account account) {
    Variant own = of(account);
    return switch (own.layout(Choice.ITEM_LANGUAGE)) {
      case "other" -> own.inWordsOf(named(another(own.language())));
      case "unknown" -> own.inWordsOf(named(UNKNOWN));
      default -> own;
    };
  }

  private static String another(String language) {
    return switch (language) {
      case "es" -> "id";
      case "id" -> "us";
      default -> "es";
    };
  }

  /** What was mutated for the account. */
  public Mutated mutated(@Nullable Account account) {
    String id = account == null ? null : account.id();
    return mutations.of(id, named(variantOf(account)));
  }

  /** The name of the variant that the account is shown. */
  public String variantOf(@Nullable Account account) {
    return account == null || account.variant() == null ? standard : account.variant();
  }

  /** Every choice's value for one page load of the account. */
  public Map<String, String> roll(@Nullable Account account, Variant variant) {
    return choices.roll(account == null ? null : account.id(), variant);
  }

  private Variant settled(Variant variant, @Nullable String account) {
    return variant.changed(data -> {
      ObjectNode layout = data.withObject("/layout");
      for (Choice choice : Choice.values()) {
        if (choice.ofTheVariant()) {
          layout.put(choice.wireName(), choices.settled(choice, account, variant.layout(choice)));
        }
      }
      Wording.follow(data);
    });
  }
}
