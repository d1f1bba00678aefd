package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.api.ClickOperation.Effect;
import com.lotview.sandbox.fault.Answers;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Click;
import com.lotview.sandbox.ledger.Clicks;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.page.Visitors;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Handles the requests of decisive clicks, and records the result of each. */
public final class ClickDoor {
  private final Visitors visitors;
  private final Clicks clicks;
  private final FormSessions sessions;

  /** The door over these parts of the site. */
  public ClickDoor(Visitors visitors, Clicks clicks, FormSessions sessions) {
    this.visitors = visitors;
    this.clicks = clicks;
    this.sessions = sessions;
  }

  /** The page reported a press on Publish before it sent its request. */
  void told(Account account, ObjectNode variables) {
    String id = variables.path("client_mutation_id").asString("");
    if (!id.isEmpty()) {
      clicks.told(account.id(), id, Click.Kind.PUBLISH, form(variables));
    }
  }

  Response enter(Request request, ClickOperation operation, ObjectNode input) throws IOException {
    Optional<Account> known = visitors.known(request);
    if (known.isEmpty()) {
      return Answers.loggedOut();
    }
    Account account = known.get();
    Click click = arrive(account, operation.kind(input), input);
    Optional<Response> away = visitors.turnedAway(account, moment(click.kind()));
    if (away.isPresent()) {
      clicks.decided(click, Click.Outcome.TURNED_AWAY, click.listingId(), "error");
      return away.get();
    }
    try {
      Effect effect = operation.run(account, input);
      clicks.decided(click, effect.outcome(), effect.listingId(), effect.told());
      answered(click, effect.told().equals("ok"));
      return effect.answer();
    } catch (BadRequest e) {
      clicks.decided(click, Click.Outcome.REFUSED, click.listingId(), "error");
      answered(click, false);
      throw e;
    }
  }

  private Click arrive(Account account, Click.Kind kind, ObjectNode input) {
    String id = input.path("client_mutation_id").asString("");
    if (id.isEmpty()) {
      throw new BadRequest("client_mutation_id is needed");
    }
    String form = form(input);
    if (form != null) {
      sessions.seen(form, false);
    }
    return clicks.arrived(
        account.id(), id, kind, form, Composer.interaction(input.path("interaction")));
  }

  private void answered(Click click, boolean good) {
    if (click.formSession() != null) {
      sessions.answered(click.formSession(), Objects.requireNonNull(click.arrivedAt()), good);
    }
  }

  private static @Nullable String form(ObjectNode input) {
    String form = input.path("form_session").asString("");
    return form.isEmpty() ? null : form;
  }

  private static Moment moment(Click.Kind kind) {
    return switch (kind) {
      case PUBLISH -> Moment.PUBLISH;
      case DELETE -> Moment.DELETE;
      case SOLD, AVAILABLE -> Moment.SOLD;
      case RENEW -> Moment.RENEW;
      case UPDATE -> Moment.UPDATE;
    };
  }
}
