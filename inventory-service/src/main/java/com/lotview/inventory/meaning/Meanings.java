package com.lotview.inventory.meaning;

import com.lotview.inventory.meaning.Answer.Says;
import com.lotview.inventory.meaning.Answer.SaysBoth;
import com.lotview.inventory.meaning.CellReader.Values;
import com.lotview.inventory.meaning.Origins.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Computes a {@link Meaning} from what a vehicle's fields and cells say.
 *
 * <p>Claims (title, owners, accidents, warranty) come only from columns of their own and from
 * single features, never from free notes: a dealer's boilerplate about the whole stock is not a
 * fact about one vehicle. Notes can only remove a claim, by denying it or by stating another value.
 */
public final class Meanings {
  private static final Set<Kind> CLAIMS =
      Set.of(Kind.TITLE, Kind.OWNERS, Kind.ACCIDENTS, Kind.WARRANTY);
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R");
  private static final String FEATURES = "features";
  private static final String NOTES = "notes";

  private final CellReader reader = CellReader.get();

  /**
   * Where to look.
   *
   * @param cells at most one for each kind
   * @param features single features; each may hold a claim
   * @param notes free text, null if there is none
   */
  public record Sources(Map<Kind, Origin> cells, List<String> features, @Nullable String notes) {}

  /** What the sources say. */
  public Meaning of(Sources sources) {
    Map<String, Reading> readings = new TreeMap<>();
    List<Words> features = sources.features().stream().map(Words::of).toList();
    for (Kind kind : Kind.values()) {
      if (kind == Kind.TYPE) {
        continue;
      }
      Reading reading =
          CLAIMS.contains(kind) ? claim(kind, sources, features) : plain(kind, sources);
      if (reading != null) {
        readings.put(kind.wire(), reading);
      }
    }
    return new Meaning(readings);
  }

  private @Nullable Reading plain(Kind kind, Sources sources) {
    Origin cell = sources.cells().get(kind);
    return cell == null
        ? null
        : Reading.of(reader.read(kind, cell.text()), cell.column(), cell.text());
  }

  private @Nullable Reading claim(Kind kind, Sources sources, List<Words> features) {
    List<Origin> speaking = new ArrayList<>();
    Values all = Values.none();
    Origin own = sources.cells().get(kind);
    if (own != null && add(all, reader.values(kind, own.column(), own.text()))) {
      speaking.add(own);
    }
    for (int i = 0; i < features.size(); i++) {
      if (add(all, reader.phrases(kind, features.get(i)))) {
        speaking.add(new Origin(FEATURES, sources.features().get(i), null));
      }
    }
    if (speaking.isEmpty()) {
      return null;
    }
    Answer answer = reader.answer(kind, all);
    Reading denied = answer instanceof Says(String value) ? denied(kind, value, sources) : null;
    return denied != null
        ? denied
        : Reading.of(answer, speaking.getLast().column(), speaking.getLast().text());
  }

  private @Nullable Reading denied(Kind kind, String value, Sources sources) {
    if (sources.notes() == null) {
      return null;
    }
    for (String sentence : SENTENCE.split(sources.notes(), -1)) {
      Values said = reader.phrases(kind, sentence);
      Set<String> others = new HashSet<>(said.said());
      others.remove(value);
      if (said.denied().contains(value) || !others.isEmpty()) {
        others.add(value);
        return Reading.of(new SaysBoth(others), NOTES, sentence.strip());
      }
    }
    return null;
  }

  private static boolean add(Values all, Values more) {
    all.addAll(more);
    return !more.isEmpty();
  }
}
