package com.lotview.worker.marketplace.page;

import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.text.DealerTexts;

/** The meaning of a page that stops a run. */
public enum StopMeaning {
  LOGIN,
  TWO_FACTOR,
  CAPTCHA,
  CHECKPOINT,
  SUSPENDED,
  TEMPORARY,
  LIMIT,
  NO_ACCESS,
  REFUSED;

  public PostingOutcome outcome(String seen) {
    return switch (this) {
      case LOGIN -> new NeedsLogin(DealerTexts.loggedOut(seen));
      case TWO_FACTOR -> new NeedsLogin(DealerTexts.twoFactor(seen), true);
      case CAPTCHA -> new Blocked(BlockKind.CAPTCHA, seen);
      case CHECKPOINT -> new Blocked(BlockKind.CHECKPOINT, seen);
      case SUSPENDED -> new Blocked(BlockKind.SUSPENDED, seen);
      case TEMPORARY -> new Blocked(BlockKind.TEMPORARY, seen);
      case LIMIT -> new Blocked(BlockKind.LIMIT, seen);
      case NO_ACCESS -> new Blocked(BlockKind.NO_ACCESS, seen);
      case REFUSED -> new Blocked(BlockKind.REFUSED, seen);
    };
  }
}
