package com.lotview.worker.marketplace.publish;

import com.lotview.form.FormMap;
import com.lotview.form.FormMaps;
import com.lotview.form.Texts;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.marketplace.listings.ItemPage;
import com.lotview.worker.marketplace.page.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a listing's own page with the order (marketplace-form.md §12). Facts that all pages show
 * must be there; others, such as the fuel, count only where the page shows them. A text that the
 * page does not let be read is neither right nor a difference.
 */
final class Comparison {

  /** Minimum number of matching characters of a cut text. */
  private static final int BEGINNING_CHARS = 20;

  private final FormMap map;
  private final ItemPage item;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();

  private final String text;

  private Comparison(FormMap map, ItemPage item, ListingOrder order) {
    this.map = map;
    this.item = item;
    this.text = ItemPage.plain(order.description());
  }

  /**
   * What the comparison found.
   *
   * @param differences empty if there are none
   * @param unread the fields that the page did not let be read
   */
  record Found(List<Difference> differences, List<String> unread) {
    Found {
      differences = List.copyOf(differences);
      unread = List.copyOf(unread);
    }

    /** Whether the page shows the whole order. */
    boolean agrees() {
      return differences.isEmpty() && unread.isEmpty();
    }
  }

  /**
   * Compares.
   *
   * @param photos number of ordered photos
   */
  static Found of(FormMap map, ItemPage item, ListingOrder order, FormValues values, int photos) {
    Comparison compared = new Comparison(map, item, order);
    compared.title(values.title());
    compared.price(values.priceDollars());
    compared.mileage(values.mileage());
    compared.labelled("exteriorColor", values.exteriorColor());
    compared.labelled("interiorColor", values.interiorColor());
    compared.labelled("bodyStyle", values.bodyStyle());
    compared.labelled("fuelType", values.fuelType());
    compared.labelled("condition", values.condition());
    compared.transmission(values.transmission());
    compared.description(order);
    compared.photos(photos);
    return new Found(compared.differences, compared.unread);
  }

  private void title(String title) {
    if (!Texts.key(item.text()).contains(Texts.key(title))) {
      differ("title", title, lines().findFirst().orElse(""));
    }
  }

  private void price(long dollars) {
    Optional<Long> shown = item.price();
    if (shown.isPresent() ? shown.get() != dollars : !item.shows(dollars)) {
      differ("price", String.valueOf(dollars), shown.map(String::valueOf).orElse(""));
    }
  }

  private void mileage(long mileage) {
    String driven =
        map.text("driven").stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Pattern line = Pattern.compile("(?i)^\\W*(?:" + driven + ")\\W+(.*)");
    List<String> shown =
        lines()
            .flatMap(text -> line.matcher(text).results().map(found -> found.group(1)))
            .flatMap(ItemPage::numbers)
            .toList();
    if (shown.isEmpty() ? !item.shows(mileage) : !shown.contains(String.valueOf(mileage))) {
      differ("mileage", String.valueOf(mileage), String.join(", ", shown));
    }
  }

  /** A line such as "Fuel type: Gasoline", or several of them separated by dots. */
  private void labelled(String field, @Nullable String option) {
    if (option == null) {
      return;
    }
    String labels =
        anywhere(one -> one.labels(field)).map(Pattern::quote).collect(Collectors.joining("|"));
    Pattern line = Pattern.compile("(?i)^(?:" + labels + ")\\s*:\\s*(.+)");
    List<String> accepted = option(option);
    parts()
        .flatMap(part -> line.matcher(part).results().map(found -> found.group(1).strip()))
        .findFirst()
        .filter(shown -> !isOneOf(accepted, shown))
        .ifPresent(shown -> differ(field, accepted.getFirst(), shown));
  }

  /** Facts without a label, in the form's words. */
  private void transmission(@Nullable String option) {
    if (option == null) {
      return;
    }
    String other = option.equals("MANUAL") ? "AUTOMATIC" : "MANUAL";
    List<String> wanted = option(option);
    if (parts().noneMatch(part -> isOneOf(wanted, part))) {
      parts()
          .filter(part -> isOneOf(option(other), part))
          .findFirst()
          .ifPresent(shown -> differ("transmission", wanted.getFirst(), shown));
    }
  }

  /** The page may be in another language than the form; the words of the current map come first. */
  private List<String> option(String name) {
    return Stream.concat(map.option(name).stream(), anywhere(one -> one.option(name)))
        .distinct()
        .toList();
  }

  private static Stream<String> anywhere(Function<FormMap, List<String>> words) {
    return FormMaps.all().stream().flatMap(one -> words.apply(one).stream()).distinct();
  }

  /**
   * A text that was read completely differs if one of its lines is missing; of a text that is cut
   * off only another beginning is a difference. The rest of it, and a page without a description,
   * say nothing.
   */
  private void description(ListingOrder order) {
    String whole = ItemPage.plain(item.text());
    Optional<String> missing =
        order
            .description()
            .lines()
            .map(ItemPage::plain)
            .filter(line -> !whole.contains(line))
            .findFirst();
    if (missing.isEmpty()) {
      return;
    }
    boolean readable = item.whole() || !startsAsOrdered(order, whole);
    if (item.described() && readable) {
      differ("description", missing.get(), "");
    } else {
      unread.add("description");
    }
  }

  private static boolean startsAsOrdered(ListingOrder order, String whole) {
    String wanted = ItemPage.plain(order.description());
    return whole.contains(wanted.substring(0, Math.min(wanted.length(), BEGINNING_CHARS)));
  }

  private void photos(int ordered) {
    if (item.photos() < ordered) {
      differ("photos", String.valueOf(ordered), String.valueOf(item.photos()));
    }
  }

  private Stream<String> lines() {
    return item.text().lines().map(ItemPage::plain).filter(line -> !line.isEmpty());
  }

  /** The facts of the page, without lines of the order's own text such as "Fuel: Gas." */
  private Stream<String> parts() {
    return lines()
        .filter(line -> !text.contains(line))
        .flatMap(line -> Pattern.compile("\u00b7").splitAsStream(line))
        .map(String::strip);
  }

  private static boolean isOneOf(List<String> words, String shown) {
    return words.stream().anyMatch(word -> Texts.key(word).equals(Texts.key(shown)));
  }

  private void differ(String field, String wanted, String found) {
    differences.add(new Difference(field, wanted, found));
  }
}
