package com.lotview.bench.states;

import static com.lotview.bench.states.StateCase.post;

import com.lotview.bench.states.StateCase.Play;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of the site to the click other than a plain one, with the expected end state. */
final class ClickCases {
  private ClickCases() {}

  /** Messages of the site some time after its answer, or only in the answer. */
  static List<StateCase> refusals() {
    return List.of(
        post("answered with an id, nothing listed", Expected.unseen())
            .struck("publish.nothingListed"),
        post("refused by a dialog: limit", Expected.limited())
            .struck("publish.refusedByDialog", "text", "Limit reached", "seconds", 0.5),
        post("refused by a dialog: duplicate", Expected.declined())
            .struck("publish.refusedByDialog", "text", "Duplicate listing", "seconds", 0.5),
        post("refused by errors in a good answer", Expected.declined())
            .struck("publish.refusedByErrors", "text", "Duplicate listing"),
        post("refused by errors in a good answer: limit", Expected.limited())
            .struck("publish.refusedByErrors", "text", "Limit reached"));
  }

  /** Each page that only the owner can pass, at each moment of a posting. */
  static List<StateCase> stops() {
    Map<String, Expected> before = new LinkedHashMap<>();
    before.put("captcha", Expected.blocked(BlockKind.CAPTCHA));
    before.put("checkpoint", Expected.blocked(BlockKind.CHECKPOINT));
    before.put("session.loggedOut", Expected.login());
    before.put("twoFactor", Expected.twoFactor());
    before.put("session.passwordReentry", Expected.login());
    before.put("account.suspended", Expected.blocked(BlockKind.SUSPENDED));
    List<StateCase> cases = new ArrayList<>();
    before.forEach((kind, stopped) -> {
      cases.add(stop(kind, "photos", stopped));
      cases.add(stop(kind, "next", stopped));
      cases.add(stop(kind, "publish", Expected.unknownToOwner()));
      // The page after Publish is a different one, so the list must be opened.
      cases.add(
          stop(kind, "selling", Expected.postedPastTheStop())
              .facing("publish.landing", "category"));
      cases.add(
          stop(kind, "selling", Expected.foundAfterOwner())
              .named(kind + " stays, after an error of a stored listing")
              .struck("publish.acceptThen500"));
    });
    return cases;
  }

  private static StateCase stop(String kind, String moment, Expected expected) {
    return post(kind + " stays, from: " + moment, expected)
        .struck(kind, "at", moment, "stays", true);
  }

  /** An account with more listings than a page of the list, whose foot goes on loading. */
  static List<StateCase> many() {
    return List.of(
        among("loading", Expected.posted()).struck("publish.acceptThen500"),
        among("loading", Expected.unknown()).struck("publish.refuse"),
        among("stuck", Expected.posted()).struck("publish.acceptThen500"),
        among("stuck", Expected.person()).struck("publish.refuse"));
  }

  private static StateCase among(String foot, Expected expected) {
    return post("many listings, foot " + foot + ": " + expected.words(), expected)
        .facing("selling.page", "ten")
        .facing("selling.foot", foot)
        .played(Play.POST_AMONG_MANY);
  }
}
