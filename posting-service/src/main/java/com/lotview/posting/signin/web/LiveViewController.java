package com.lotview.posting.signin.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.signin.LiveTickets;
import com.lotview.posting.signin.OpenSignIn;
import com.lotview.posting.signin.SignIn;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The live view of an account's browser, and the page's poll whether the browser is ready. */
@RestController
class LiveViewController {
  private static final String VIEW = "/v1/fb-accounts/{id}/live-view";

  private final OpenSignIn signIns;
  private final LiveTickets tickets;
  private final Clock clock;

  LiveViewController(OpenSignIn signIns, LiveTickets tickets, Clock clock) {
    this.signIns = signIns;
    this.tickets = tickets;
    this.clock = clock;
  }

  @PostMapping(VIEW)
  Mono<ResponseEntity<LiveViewResponse.Opened>> open(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return signIns
        .open(caller, id)
        .map(LiveViewResponse.Opened::of)
        .map(body ->
            ResponseEntity.status(HttpStatus.ACCEPTED)
                .cacheControl(CacheControl.noStore())
                .body(body));
  }

  @GetMapping(VIEW)
  Mono<LiveViewResponse> latest(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return signIns
        .latest(AccountRef.of(caller.dealershipId(), id))
        .map(found -> LiveViewResponse.of(found, clock.instant()));
  }

  @DeleteMapping(VIEW)
  Mono<LiveViewResponse> cancel(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_CONNECT);
    return signIns.cancel(caller, id).map(ended -> LiveViewResponse.of(ended, clock.instant()));
  }

  /** Without an access token: the ticket says who asks. It is not used up. */
  @PostMapping("/v1/live/look")
  Mono<Look> look(@RequestBody Shown shown) {
    return tickets.look(shown.checked()).map(found -> Look.of(found, clock));
  }

  /** A ticket, as it is presented. */
  record Shown(
      @Nullable @ApiField(required = true, minLength = 1, maxLength = LONGEST) String ticket) {
    private static final int LONGEST = 200;

    String checked() {
      if (ticket == null || ticket.isBlank() || ticket.length() > LONGEST) {
        throw RefusalException.invalid("ticket", "is required");
      }
      return ticket;
    }

    @Override
    public String toString() {
      return "Shown[***]";
    }
  }

  /** How far the sign-in is. */
  record Look(String state, @Nullable String reason, String label) {
    static Look of(SignIn found, Clock clock) {
      return new Look(
          found.stateAt(clock.instant()).name(), found.reasonAt(clock.instant()), found.label());
    }
  }
}
