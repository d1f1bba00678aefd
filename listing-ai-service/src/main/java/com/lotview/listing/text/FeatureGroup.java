package com.lotview.listing.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a feature stands in a text. The order is the order of the groups in it. */
enum FeatureGroup {
  SAFETY(
      "Safety",
      "camera|lane|blind|collision|brak|air ?bag|sensor|park|cross[- ]traffic|adaptive|cruise|abs|stability|traction|alarm|assist|warning|alert|monitor"),
  TECHNOLOGY(
      "Technology",
      "bluetooth|carplay|android|navigation|\\bnav\\b|gps|screen|display|usb|wi-?fi|hot ?spot|audio|sound|stereo|bose|harman|jbl|speaker|sirius|radio|remote|keyless|push|hud|head-up|wireless|charg|dvd|entertainment"),
  COMFORT(
      "Comfort",
      "seat|leather|cloth|climate|a/c|air condition|sun ?roof|moon ?roof|panoram|power|steering|row|heated|cooled|ventilated|memory|mirror|window|lock|tilt"),
  CAPABILITY(
      "Capability",
      "tow|trailer|hitch|4x4|4wd|awd|wheel drive|bed|lift|off[- ]?road|running board|roof r|wheel|tire|package|turbo|diesel|engine|suspension|skid"),
  MORE("Also", "");

  // What sells first, roughly by what buyers search for.
  private static final List<Pattern> STRONG =
      List.of(
              "third row|3rd row",
              "leather seat|leather",
              "panoram|sun ?roof|moon ?roof",
              "navigation",
              "adaptive cruise",
              "heated",
              "tow|trailer",
              "carplay|android",
              "blind",
              "lane",
              "all[- ]wheel|awd|4x4|4wd",
              "camera")
          .stream()
          .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
          .toList();

  private final String heading;
  private final Pattern words;

  FeatureGroup(String heading, String words) {
    this.heading = heading;
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  String heading() {
    return heading;
  }

  static FeatureGroup of(String feature) {
    for (FeatureGroup group : values()) {
      if (group.words.matcher(feature).find()) {
        return group;
      }
    }
    return MORE;
  }

  /** The feature to lead with: short enough for a title, the strongest by kind, else the first. */
  static Optional<String> strongest(List<String> features) {
    return features.stream()
        .filter(feature -> feature.length() <= 40)
        .min(Comparator.comparingInt(FeatureGroup::rank));
  }

  private static int rank(String feature) {
    for (int i = 0; i < STRONG.size(); i++) {
      if (STRONG.get(i).matcher(feature).find()) {
        return i;
      }
    }
    return STRONG.size();
  }
}
