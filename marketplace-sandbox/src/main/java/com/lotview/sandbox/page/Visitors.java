package com.lotview.sandbox.page;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.fault.VisitHook;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lets signed-in visitors through to a page and sends the others to the login page. */
public final class Visitors {
  private final SessionCookies cookies;
  private final VisitHook hook;

  /** A page for one signed-in account. */
  @FunctionalInterface
  public interface Page {
    /** The page as this account sees it. */
    Response show(Request request, Account account) throws IOException;
  }

  /** Visitors known by these cookies. */
  public Visitors(SessionCookies cookies, VisitHook hook) {
    this.cookies = cookies;
    this.hook = hook;
  }

  /** The visitor's account, unless signed out or signed out just now by a fault. */
  public Optional<Account> signedIn(Request request) {
    return cookies.account(request).filter(account -> !hook.logsOut(account));
  }

  /** A page of the marketplace. */
  public Handler marketplace(Page page) {
    return request -> {
      Optional<Account> account = signedIn(request);
      if (account.isEmpty()) {
        String next = URLEncoder.encode(request.path(), StandardCharsets.UTF_8);
        return Response.redirect("/login/?next=" + next);
      }
      Optional<Response> instead = hook.instead(account.get());
      return cookies.turnOver(
          instead.isPresent() ? instead.get() : page.show(request, account.get()));
    };
  }
}
