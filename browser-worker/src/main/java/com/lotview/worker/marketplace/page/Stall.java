package com.lotview.worker.marketplace.page;

import com.lotview.worker.text.DealerTexts;

/** Why a page has not shown what was waited for. */
public enum Stall {
  /** The site has not answered yet. */
  SITE_SLOW(DealerTexts.SITE_SLOW),
  /** The browser gets too little of the machine's processor. */
  BROWSER_SLOW(DealerTexts.BROWSER_SLOW),
  /** Neither delays the page: more waiting would not help. */
  NOTHING_MOVES(DealerTexts.NOTHING_MOVES);

  private final String sentence;

  Stall(String sentence) {
    this.sentence = sentence;
  }

  /** As a dealer reads it. */
  public String sentence() {
    return sentence;
  }
}
