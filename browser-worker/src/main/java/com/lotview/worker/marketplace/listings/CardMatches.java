package com.lotview.worker.marketplace.listings;

import com.lotview.form.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cards of the requested listings, by title, price and date. A card shows no id: it
 * counts only if there are exactly as many such cards as such listings, and if the card says
 * nothing that may be wrong with its listing. The listings' pages decide everything else. Pure.
 */
final class CardMatches {
  private final Map<AskedListing, Card> matched = new LinkedHashMap<>();
  private final Set<AskedListing> unsure = new HashSet<>();

  CardMatches(List<AskedListing> asked, List<Card> cards, CardWords words) {
    Map<String, List<AskedListing>> groups = new HashMap<>();
    for (AskedListing one : asked) {
      if (one.price() != null) {
        groups
            .computeIfAbsent(Texts.key(one.title()) + "|" + one.price(), key -> new ArrayList<>())
            .add(one);
      }
    }
    groups.values().forEach(group -> match(group, cards, words));
  }

  private void match(List<AskedListing> group, List<Card> cards, CardWords words) {
    AskedListing first = group.getFirst();
    List<Card> alike =
        cards.stream()
            .filter(
                card -> !card.draft() && card.entitled(first.title()) && shows(card, first.price()))
            .toList();
    boolean certain =
        alike.size() == group.size()
            && alike.stream().allMatch(card -> !card.sold() && words.isPlain(card))
            && alike.stream().allMatch(card -> group.stream().anyMatch(one -> mayBeOf(card, one)));
    if (!certain) {
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      matched.put(group.get(i), alike.get(i));
      if (group.size() > 1) {
        unsure.add(group.get(i));
      }
    }
  }

  private static boolean shows(Card card, @Nullable Long price) {
    return price != null && ItemPage.amounts(card.text()).anyMatch(String.valueOf(price)::equals);
  }

  // A card without a date may belong to any listing.
  private static boolean mayBeOf(Card card, AskedListing one) {
    return !card.listedBefore(one.since());
  }

  /** The listings and their cards. */
  Map<AskedListing, Card> cards() {
    return matched;
  }

  /** Whether the card is this listing's, and not a twin's. */
  boolean isOwn(AskedListing asked) {
    return !unsure.contains(asked);
  }
}
