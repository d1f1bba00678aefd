package com.lotview.listing.text.builtin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a text with the row of stock that it was written for. Shares no code with the checks of
 * the service: it knows only the row's cells and a list of words.
 */
final class TextJudge {
  private static final int THIS_YEAR = 2026;

  /** Words of a text (regular expression) and the words of the row that allow them. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("leather", "leather"),
          Map.entry("cloth seats", "cloth"),
          Map.entry("sunroof|panoramic", "sunroof|moonroof|panoram"),
          Map.entry("navigation", "nav"),
          Map.entry("camera", "camera|surround v|monitor"),
          Map.entry("heated", "heated"),
          Map.entry("ventilated", "ventilated|cooled"),
          Map.entry("bluetooth", "bluetooth"),
          Map.entry("carplay", "carplay"),
          Map.entry("android auto", "android"),
          Map.entry("blind-spot", "blind"),
          Map.entry("lane (?:keeping|departure)", "lane"),
          Map.entry("adaptive cruise", "adaptive cruise|smart cruise"),
          Map.entry("third-row", "third row|[78]-passenger"),
          Map.entry("towing", "tow|trailer"),
          Map.entry("new tires", "new tires"),
          Map.entry("all-wheel", "all-? ?wheel|awd|allwheel"),
          Map.entry("four-wheel", "four-? ?wheel|4wd|4x4|fourwheel"),
          Map.entry("front-wheel", "front-? ?wheel|fwd|frontwheel"),
          Map.entry("rear-wheel", "rear-? ?wheel|rwd|rearwheel"),
          Map.entry("diesel", "diesel|duramax"),
          Map.entry("plug-in", "plug-?in|phev"),
          Map.entry("hybrid", "hybrid|phev"),
          Map.entry(
              "all electric|all-electric|is electric|being electric|electric \\w+ you charge",
              "fuel=.*electric"),
          Map.entry("e85", "flex|e85"),
          Map.entry("\\bgas\\b(?! st)|gasoline", "gas|flex|plug-in"),
          Map.entry("\\bv8\\b", "v-?8"),
          Map.entry("\\bv6\\b", "v-?6"),
          Map.entry("turbo", "turbo|\\d\\.\\dt"),
          Map.entry("supercharged", "supercharg"),
          Map.entry("automatic(?! emergency)", "automatic|auto|a/t|cvt"),
          Map.entry("manual", "manual|m/t"),
          Map.entry("cvt", "cvt"),
          Map.entry("brand[- ]new|first owner", "condition=new"),
          Map.entry("convertible", "convertible"),
          Map.entry("sedan", "sedan"),
          Map.entry("\\bsuv\\b", "suv|sport utility|cuv"));

  /** What a text may say of a vehicle's history, and the column that must say it. */
  private static final Map<String, String> HISTORY =
      Map.of(
          "(?:one|single|only|1|sole)[- ](?:previous )?owner|owner so far|to own this", "owners",
          "(?:clean|clear)[^.]{0,12} title|title[^.]{0,20} clean", "title",
          "no (?:reported )?accidents|accident[- ]free|without accidents", "accidents",
          "certified", "certified",
          "warranty", "warranty");

  private static final Pattern LOW =
      Pattern.compile(
          "low mileage|few miles|fewer miles|light use|only (?:about )?[\\d,]+ miles|just [\\d,]+ miles|far less road|well below|not many");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

  private TextJudge() {}

  /** Statements of the text that the row does not support. */
  static List<String> lies(String title, String description, Map<String, String> row) {
    List<String> lies = new ArrayList<>();
    String text =
        (title + "\n" + description.replace(row.get("dealer"), "")).toLowerCase(Locale.ROOT);
    String cells = row.toString().toLowerCase(Locale.ROOT);
    HISTORY.forEach((words, column) -> {
      if (Pattern.compile(words).matcher(text).find()
          && !row.containsKey(column)
          && !(column.equals("owners") && text.contains("first owner"))) {
        lies.add("claims " + column);
      }
    });
    WORDS.forEach((words, allowed) -> {
      if (Pattern.compile(words).matcher(text).find()
          && !Pattern.compile(allowed).matcher(cells).find()) {
        lies.add("says " + words);
      }
    });
    Matcher low = LOW.matcher(text);
    if (low.find() && !isLow(row)) {
      lies.add("calls the mileage low: " + low.group());
    }
    Matcher number = NUMBER.matcher(text);
    Set<String> known = numbers(row);
    while (number.find()) {
      if (!known.contains(plain(number.group()))) {
        lies.add("says " + number.group());
      }
    }
    return lies;
  }

  private static boolean isLow(Map<String, String> row) {
    return row.containsKey("mileage")
        && Integer.parseInt(row.get("mileage")) <= Math.min(75_000, 8000 * age(row));
  }

  private static int age(Map<String, String> row) {
    return Math.max(1, THIS_YEAR - Integer.parseInt(row.get("year")));
  }

  private static Set<String> numbers(Map<String, String> row) {
    Set<String> known = new TreeSet<>();
    row.forEach((column, cell) -> {
      if (!column.equals("price")) {
        NUMBER.matcher(cell).results().forEach(found -> known.add(plain(found.group())));
        Pattern.compile("\\d+").matcher(cell).results().forEach(found -> known.add(found.group()));
      }
    });
    if (row.containsKey("mileage")) {
      long perYear = Math.round(Integer.parseInt(row.get("mileage")) / age(row) / 100.0) * 100;
      known.add(String.valueOf(perYear));
    }
    if (row.containsKey("features")) {
      known.add(String.valueOf(row.get("features").split("\\|").length));
    }
    return known;
  }

  private static String plain(String number) {
    return number.replace(",", "");
  }

  /** Style faults of the text: labels, fragments, repetitions. */
  static List<String> faults(String title, String description) {
    List<String> faults = new ArrayList<>();
    List<String> titleWords =
        List.of(title.toLowerCase(Locale.ROOT).split(" ")).stream()
            .filter(word -> !word.isBlank() && !word.equals("-"))
            .toList();
    List<String> twice =
        titleWords.stream().filter(word -> Collections.frequency(titleWords, word) > 1).toList();
    if (!twice.isEmpty() && !title.contains("Land Rover Range Rover")) {
      faults.add("a word twice in the title");
    }
    if (Pattern.compile(":(?:\\s|$)").matcher(description).find()) {
      faults.add("a label");
    }
    if (description.contains(title)) {
      faults.add("the title again");
    }
    if (description.contains("{") || description.contains("}") || description.contains("null")) {
      faults.add("an open slot");
    }
    if (Pattern.compile("\\b(\\w{3,}) \\1\\b")
        .matcher(description.toLowerCase(Locale.ROOT))
        .find()) {
      faults.add("a word said twice in a row");
    }
    String before = "";
    for (String sentence : description.split("(?<=[.!?])\\s+")) {
      String first = sentence.split("\\s+")[0];
      if (sentence.split("\\s+").length < 3) {
        faults.add("a fragment: " + sentence);
      }
      if (first.equals(before) && !first.matches("The|An?")) {
        faults.add("two sentences begin with " + first);
      }
      before = first;
    }
    return faults;
  }
}
