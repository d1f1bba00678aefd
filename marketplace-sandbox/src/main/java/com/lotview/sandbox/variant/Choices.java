package com.lotview.sandbox.variant;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.http.BadRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which value of each choice the site shows to an account: the set one, or else a random one.
 * Thread-safe.
 */
public final class Choices {
  /**
   * A choice that was set.
   *
   * @param account for whom; null for everyone
   */
  public record Settled(Choice choice, String value, @Nullable String account) {}

  private final Dice dice;
  private final List<Settled> settled = new ArrayList<>();

  /** All choices are random. */
  public Choices(Dice dice) {
    this.dice = dice;
  }

  /**
   * Sets a choice. The latest setting counts, and one for an account takes precedence over one for
   * everyone.
   *
   * @throws BadRequest when the site has no such choice
   */
  public synchronized void settle(Settled one) {
    if (!one.choice().faces().contains(one.value())) {
      throw new BadRequest(one.choice().wireName() + " is one of " + one.choice().faces());
    }
    settled.add(one);
  }

  /** The choices that are set now. */
  public synchronized List<Settled> settled() {
    return List.copyOf(settled);
  }

  /** Makes all choices random again. */
  public synchronized void clear() {
    settled.clear();
  }

  /**
   * One value per choice for one page load.
   *
   * @param account whose; null for a visitor who is not known
   * @param variant decides the choices of layout
   */
  public Map<String, String> roll(@Nullable String account, Variant variant) {
    Map<String, String> faces = new LinkedHashMap<>();
    for (Choice choice : Choice.values()) {
      String usual =
          choice.ofTheVariant()
              ? variant.layout(choice)
              : choice.faces().get(dice.below(choice.faces().size()));
      faces.put(choice.wireName(), settled(choice, account, usual));
    }
    return faces;
  }

  synchronized String settled(Choice choice, @Nullable String account, String otherwise) {
    String value = otherwise;
    boolean own = false;
    for (Settled one : settled) {
      boolean his = account != null && account.equals(one.account());
      if (one.choice() == choice && (his || (one.account() == null && !own))) {
        value = one.value();
        own |= his;
      }
    }
    return value;
  }
}
