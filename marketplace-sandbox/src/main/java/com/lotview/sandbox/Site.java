package com.lotview.sandbox;

import com.lotview.sandbox.account.Accounts;
import com.lotview.sandbox.account.SessionCookies;
import com.lotview.sandbox.account.SignIns;
import com.lotview.sandbox.api.ClickDoor;
import com.lotview.sandbox.api.Composer;
import com.lotview.sandbox.api.CreateListing;
import com.lotview.sandbox.api.GraphqlApi;
import com.lotview.sandbox.api.PhotoUpload;
import com.lotview.sandbox.api.Presence;
import com.lotview.sandbox.control.ControlApi;
import com.lotview.sandbox.fault.CoverHook;
import com.lotview.sandbox.fault.FateHook;
import com.lotview.sandbox.fault.Faults;
import com.lotview.sandbox.fault.FormHook;
import com.lotview.sandbox.fault.Gates;
import com.lotview.sandbox.fault.ListingHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.fault.PublishHook;
import com.lotview.sandbox.fault.VisitHook;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.http.Router;
import com.lotview.sandbox.ledger.Clicks;
import com.lotview.sandbox.ledger.Drafts;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.Ledger;
import com.lotview.sandbox.ledger.PhotoStore;
import com.lotview.sandbox.page.Assets;
import com.lotview.sandbox.page.CaptchaPage;
import com.lotview.sandbox.page.CategoryPage;
import com.lotview.sandbox.page.CheckpointPage;
import com.lotview.sandbox.page.EditPage;
import com.lotview.sandbox.page.HomePage;
import com.lotview.sandbox.page.ItemPage;
import com.lotview.sandbox.page.LoginPage;
import com.lotview.sandbox.page.PasswordPage;
import com.lotview.sandbox.page.RememberPage;
import com.lotview.sandbox.page.SellingPage;
import com.lotview.sandbox.page.Shell;
import com.lotview.sandbox.page.StoredPhotos;
import com.lotview.sandbox.page.TwoFactorPage;
import com.lotview.sandbox.page.TypePickerPage;
import com.lotview.sandbox.page.VehicleFormPage;
import com.lotview.sandbox.page.Visitors;
import com.lotview.sandbox.variant.Choices;
import com.lotview.sandbox.variant.Faces;
import com.lotview.sandbox.variant.Mutations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the parts of the site together over one data folder. */
final class Site {
  private final Dice dice;
  private final Clock clock = Clock.systemUTC();
  private final Faults faults = new Faults();
  private final Accounts accounts;
  private final SessionCookies cookies;
  private final SignIns signIns;
  private final Gates gates = new Gates();
  private final Ledger ledger;
  private final Clicks clicks;
  private final Choices choices;
  private final Mutations mutations;
  private final Faces faces;
  private final PhotoStore photos;
  private final Drafts drafts = new Drafts();
  private final FormSessions sessions = new FormSessions(clock);

  Site(Path folder, long seed, String variant, long mutation) throws IOException {
    this.dice = new Dice(seed);
    this.accounts = new Accounts(folder, dice);
    this.cookies = new SessionCookies(accounts, dice, clock);
    this.signIns = new SignIns(accounts, cookies, dice);
    this.ledger = new Ledger(folder, clock);
    this.clicks = new Clicks(folder, clock);
    this.choices = new Choices(dice);
    this.mutations = new Mutations(mutation);
    this.faces = new Faces(variant, choices, mutations);
    this.photos = new PhotoStore(folder, dice, ledger.listings());
  }

  Ledger ledger() {
    return ledger;
  }

  FormSessions sessions() {
    return sessions;
  }

  Clicks clicks() {
    return clicks;
  }

  Router router(double pace) {
    Router router = new Router();
    Shell shell = new Shell(faces, signIns, new CoverHook(faults), dice, pace);
    PublishHook hook = new PublishHook(faults);
    Visitors visitors = new Visitors(cookies, new VisitHook(faults, accounts, gates), shell);
    LoginPage login = new LoginPage(accounts, signIns, shell);
    addDoor(router, shell, login);
    addPages(router, visitors, shell, hook, login);
    addRequestsOfPages(router, visitors, hook);
    new ControlApi(
            accounts, cookies, ledger, clicks, drafts, sessions, faults, choices, mutations, faces,
            gates, dice, clock)
        .addTo(router);
    return router;
  }

  /** The sign-in pages, and the pages of checks that block an account. */
  private void addDoor(Router router, Shell shell, LoginPage login) {
    PasswordPage password = new PasswordPage(cookies, gates, shell);
    TwoFactorPage code = new TwoFactorPage(cookies, signIns, gates, shell);
    RememberPage remember = new RememberPage(cookies, shell);
    CheckpointPage checkpoint = new CheckpointPage(cookies, gates, shell);
    router
        .on("GET", "/login", login)
        .on("POST", "/", login)
        .on("POST", "/login", login)
        .on("GET", "/login/reauth", password)
        .on("POST", "/login/reauth", password)
        .on("GET", "/two_step_verification/two_factor", code)
        .on("POST", "/two_step_verification/two_factor", code)
        .on("GET", "/two_factor/remember_browser", remember)
        .on("POST", "/two_factor/remember_browser", remember)
        .on("GET", "/checkpoint/*", checkpoint)
        .on("POST", "/checkpoint/*", checkpoint)
        .on("GET", "/two_step_verification/*", new CaptchaPage(shell))
        .on("GET", "/recaptcha/**", CaptchaPage::frame);
  }

  private void addPages(
      Router router, Visitors visitors, Shell shell, PublishHook hook, LoginPage login) {
    VehicleFormPage form =
        new VehicleFormPage(
            shell, sessions, drafts, photos, hook, new FormHook(faults), dice, clock);
    SellingPage selling = new SellingPage(shell);
    router
        .on("GET", "/", visitors.home(new HomePage(shell), login))
        .on("GET", "/marketplace", visitors.marketplace(Moment.SELLING, selling))
        .on("GET", "/marketplace/create", visitors.marketplace(new TypePickerPage(shell)))
        .on("GET", "/marketplace/create/vehicle", visitors.marketplace(Moment.FORM, form))
        .on(
            "GET",
            "/marketplace/edit",
            visitors.marketplace(Moment.FORM, new EditPage(form, ledger, shell)))
        .on("GET", "/marketplace/you/selling", visitors.marketplace(Moment.SELLING, selling))
        .on("GET", "/marketplace/category/*", visitors.marketplace(new CategoryPage(shell)))
        .on("GET", "/marketplace/item/*", new ItemPage(cookies, ledger, shell))
        .on("GET", "/rsrc/*", new Assets())
        .on("GET", "/scontent/*", new StoredPhotos(photos))
        .on("GET", "/favicon.ico", request -> Response.empty());
  }

  private void addRequestsOfPages(Router router, Visitors visitors, PublishHook hook) {
    FormHook form = new FormHook(faults);
    ClickDoor door = new ClickDoor(visitors, clicks, sessions);
    Composer composer = new Composer(faces, photos, sessions, clock);
    CreateListing create =
        new CreateListing(ledger, composer, hook, new FateHook(faults, ledger), dice);
    router
        .on(
            "POST",
            "/api/graphql",
            new GraphqlApi(
                visitors,
                door,
                create,
                composer,
                ledger,
                drafts,
                hook,
                form,
                new ListingHook(faults)))
        .on(
            "POST",
            "/ajax/react_composer/attachments/photo/upload",
            new PhotoUpload(visitors, form, photos))
        .on("POST", "/ajax/presence", new Presence(sessions));
  }
}
