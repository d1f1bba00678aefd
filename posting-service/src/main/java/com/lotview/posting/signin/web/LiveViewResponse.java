package com.lotview.posting.signin.web;

import com.lotview.posting.signin.LiveTicket;
import com.lotview.posting.signin.SignIn;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in as people see it.
 *
 * @param id of the account; of a new one, the id that it gets
 * @param fbAccountId who signed in: another account's id if that one was known already
 */
public record LiveViewResponse(
    UUID id,
    UUID signInId,
    String label,
    SignIn.Purpose purpose,
    String state,
    @Nullable String reason,
    @Nullable UUID fbAccountId,
    Instant expiresAt) {

  static LiveViewResponse of(SignIn signIn, Instant now) {
    return new LiveViewResponse(
        signIn.accountId(),
        signIn.id(),
        signIn.label(),
        signIn.purpose(),
        signIn.stateAt(now).name(),
        signIn.reasonAt(now),
        signIn.fbAccountId(),
        signIn.until());
  }

  /** A sign-in with the ticket to its view. */
  public record Opened(UUID id, UUID signInId, String label, String state, LiveView liveView) {
    /** The account is about to be connected, or to get a new session. */
    private static final String CONNECTING = "CONNECTING";

    /** With the one ticket that opens it. */
    public static Opened of(LiveTicket ticket) {
      SignIn signIn = ticket.signIn();
      return new Opened(
          signIn.accountId(),
          signIn.id(),
          signIn.label(),
          CONNECTING,
          new LiveView("/live#" + ticket.text(), ticket.text(), ticket.expiresAt()));
    }
  }

  /**
   * Where to look.
   *
   * @param url the page, relative to the gateway; its fragment is the ticket, which no server sees
   * @param ticket opens the view, once
   */
  public record LiveView(String url, String ticket, Instant expiresAt) {
    @Override
    public String toString() {
      return "LiveView[expiresAt=" + expiresAt + "]";
    }
  }
}
