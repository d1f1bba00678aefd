package com.lotview.sandbox;

import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.api.Composer;
import com.lotview.sandbox.api.CreateListing;
import com.lotview.sandbox.api.GraphqlApi;
import com.lotview.sandbox.api.PhotoUpload;
import com.lotview.sandbox.api.Presence;
import com.lotview.sandbox.control.ControlApi;
import com.lotview.sandbox.fault.Faults;
import com.lotview.sandbox.fault.PublishHook;
import com.lotview.sandbox.fault.VisitHook;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.http.Router;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.PhotoStore;
import com.lotview.sandbox.page.Assets;
import com.lotview.sandbox.page.CheckpointPage;
import com.lotview.sandbox.page.HomePage;
import com.lotview.sandbox.page.ItemPage;
import com.lotview.sandbox.page.LoginPage;
import com.lotview.sandbox.page.SellingPage;
import com.lotview.sandbox.page.Shell;
import com.lotview.sandbox.page.StoredPhotos;
import com.lotview.sandbox.page.TypePickerPage;
import com.lotview.sandbox.page.VehicleFormPage;
import com.lotview.sandbox.page.Visitors;
import com.lotview.sandbox.variant.Places;
import com.lotview.sandbox.variant.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the parts of the site together over one data folder. */
final class Site {
  private final Dice dice;
  private final Clock clock = Clock.systemUTC();
  private final Faults faults = new Faults();
  private final Variant variant = Variant.named("us");
  private final Accounts accounts;
  private final SessionCookies cookies;
  private final Ledger ledger;
  private final PhotoStore photos;
  private final Drafts drafts = new Drafts();
  private final FormSessions sessions = new FormSessions(clock);

  Site(Path folder, long seed) throws IOException {
    this.dice = new Dice(seed);
    this.accounts = new Accounts(folder, dice);
    this.cookies = new SessionCookies(accounts, dice, clock);
    this.ledger = new Ledger(folder);
    this.photos = new PhotoStore(folder, dice, ledger.listings());
  }

  Ledger ledger() {
    return ledger;
  }

  FormSessions sessions() {
    return sessions;
  }

  Router router(double pace) {
    Router router = new Router();
    Visitors visitors = new Visitors(cookies, new VisitHook(faults, accounts));
    addPages(router, visitors, new Shell(variant, dice, pace));
    addRequestsOfPages(router, visitors);
    new ControlApi(accounts, cookies, ledger, drafts, sessions, faults).addTo(router);
    return router;
  }

  private void addPages(Router router, Visitors visitors, Shell shell) {
    VehicleFormPage form = new VehicleFormPage(shell, sessions, dice, clock);
    LoginPage login = new LoginPage(accounts, cookies, shell);
    router
        .on("GET", "/", new HomePage(visitors, cookies, shell))
        .on("GET", "/login", login)
        .on("POST", "/login", login)
        .on("GET", "/checkpoint/*", new CheckpointPage(shell))
        .on("GET", "/marketplace", visitors.marketplace(new SellingPage(shell)))
        .on("GET", "/marketplace/create", visitors.marketplace(new TypePickerPage(shell)))
        .on("GET", "/marketplace/create/vehicle", visitors.marketplace(form))
        .on("GET", "/marketplace/you/selling", visitors.marketplace(new SellingPage(shell)))
        .on("GET", "/marketplace/item/*", new ItemPage(cookies, ledger, shell))
        .on("GET", "/rsrc/*", new Assets())
        .on("GET", "/scontent/*", new StoredPhotos(photos))
        .on("GET", "/favicon.ico", request -> Response.empty());
  }

  private void addRequestsOfPages(Router router, Visitors visitors) {
    PublishHook hook = new PublishHook(faults);
    Composer composer = new Composer(variant, photos, sessions, clock);
    CreateListing create = new CreateListing(ledger, composer, hook, dice);
    router
        .on(
            "POST",
            "/api/graphql",
            new GraphqlApi(visitors, create, ledger, drafts, new Places(), hook))
        .on(
            "POST",
            "/ajax/react_composer/attachments/photo/upload",
            new PhotoUpload(visitors, photos))
        .on("POST", "/ajax/presence", new Presence(sessions));
  }
}
