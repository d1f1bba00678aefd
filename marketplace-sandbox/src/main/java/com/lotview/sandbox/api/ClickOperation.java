package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Click;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An operation that a decisive click sends. */
interface ClickOperation {
  /**
   * What a request did.
   *
   * @param listingId the listing it made or was about
   */
  record Effect(Click.Outcome outcome, @Nullable String listingId, Response answer) {
    static Effect refused(@Nullable String listingId, Response answer) {
      return new Effect(Click.Outcome.REFUSED, listingId, answer);
    }

    static Effect stored(String listingId, Response answer) {
      return new Effect(Click.Outcome.STORED, listingId, answer);
    }

    /** The answer to the visitor. */
    String told() {
      if (answer.cutOff()) {
        return "brokenOff";
      }
      return answer.status() == 200 && outcome != Click.Outcome.REFUSED ? "ok" : "error";
    }
  }

  Click.Kind kind(ObjectNode input);

  Effect run(Account account, ObjectNode input) throws IOException;
}
