package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.Answers;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.fault.VisitHook;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets signed-in visitors through to a page and sends the others to the login page. */
public final class Visitors {
  private final SessionCookies cookies;
  private final VisitHook hook;
  private final Stops stops;

  /** A page for one signed-in account. */
  @FunctionalInterface
  public interface Page {
    /** The page as this account sees it. */
    Response show(Request request, Account account) throws IOException;
  }

  /** Visitors known by these cookies. */
  public Visitors(SessionCookies cookies, VisitHook hook, Shell shell) {
    this.cookies = cookies;
    this.hook = hook;
    this.stops = new Stops(shell);
  }

  /** The account that the request's cookies sign in, without regard to troubles. */
  public Optional<Account> known(Request request) {
    return cookies.account(request);
  }

  /** The visitor's account, unless it is signed out or a fault signs it out now. */
  public Optional<Account> signedIn(Request request) {
    return signedIn(request, null);
  }

  /** The answer to a decisive click's request that is stopped. */
  public Optional<Response> turnedAway(Account account, Moment moment) {
    return hook.logsOut(account, moment)
        ? Optional.of(Answers.loggedOut())
        : hook.stopsAt(account, moment).map(kind -> stops.answer(kind, account, wanted(moment)));
  }

  /** The answer to a page's request while a gate blocks the account. */
  public Optional<Response> heldUp(Account account) {
    return hook.held(account).map(kind -> stops.answer(kind, account, wanted(Moment.PUBLISH)));
  }

  /** Where a visitor continues after being stopped at a click. */
  private static String wanted(Moment moment) {
    return switch (moment) {
      case PHOTOS, NEXT, PUBLISH -> "/marketplace/create/vehicle";
      default -> "/marketplace/you/selling";
    };
  }

  /** The start page: the page when signed in, the other otherwise. */
  public Handler home(Page page, Handler stranger) {
    return request -> {
      Optional<Account> account = signedIn(request, Moment.HOME);
      return account.isEmpty()
          ? stranger.handle(request)
          : show(page, request, account.get(), hook.stopsAt(account.get(), Moment.HOME));
    };
  }

  /** A page of the marketplace. */
  public Handler marketplace(Page page) {
    return marketplace(null, page);
  }

  /** A page of the marketplace at which faults can be aimed. */
  public Handler marketplace(@Nullable Moment moment, Page page) {
    return request -> {
      Optional<Account> account = signedIn(request, moment);
      if (account.isEmpty()) {
        String next = URLEncoder.encode(request.path(), StandardCharsets.UTF_8);
        return Response.redirect("/login/?next=" + next);
      }
      return show(page, request, account.get(), hook.stopsPage(account.get(), moment));
    };
  }

  private Optional<Account> signedIn(Request request, @Nullable Moment moment) {
    return known(request).filter(account -> !hook.logsOut(account, moment));
  }

  private Response show(Page page, Request request, Account account, Optional<FaultKind> stop)
      throws IOException {
    return cookies.turnOver(
        stop.isPresent()
            ? stops.page(stop.get(), account, request.address())
            : page.show(request, account));
  }
}
