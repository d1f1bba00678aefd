package com.lotview.sandbox.page;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.account.SignIns;
import com.lotview.sandbox.fault.CoverHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Faces;
import com.lotview.sandbox.variant.Variant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The empty document every page starts as. It names the view and its settings; a script draws the
 * rest, so that nothing useful is in the first HTML.
 */
public final class Shell {
  private static final Map<String, Moment> MOMENTS =
      Map.of(
          "login", Moment.LOGIN,
          "home", Moment.HOME,
          "vehicle", Moment.FORM,
          "selling", Moment.SELLING);

  private final Faces faces;
  private final SignIns signIns;
  private final CoverHook covers;
  private final Dice dice;
  private final double pace;

  /**
   * Shells of one site.
   *
   * @param pace factor on the site's waiting times; 1 is as slow as the real site
   */
  public Shell(Faces faces, SignIns signIns, CoverHook covers, Dice dice, double pace) {
    this.faces = faces;
    this.signIns = signIns;
    this.covers = covers;
    this.dice = dice;
    this.pace = pace;
  }

  /** Settings of a view, to be added to by the page. */
  ObjectNode settings(String view, @Nullable Account account) {
    return settings(view, account, account, faces.of(account));
  }

  /** Settings of a listing's public page, which may be in another language than the account's. */
  ObjectNode item(String view, @Nullable Account account) {
    return settings(view, account, account, faces.ofItem(account));
  }

  /**
   * Settings of a view for someone who is not signed in.
   *
   * @param meant the account whose variant is shown; null for the site's own
   */
  ObjectNode strangers(String view, @Nullable Account meant) {
    return settings(view, null, meant, faces.of(meant));
  }

  /** The words the account is shown. */
  Variant words(Account account) {
    return faces.of(account);
  }

  private ObjectNode settings(
      String view, @Nullable Account account, @Nullable Account meant, Variant variant) {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.put("view", view).put("seed", dice.seed()).put("pace", pace);
    settings.set("variant", variant.forPages());
    settings.set("mutation", faces.mutated(meant).pages());
    ObjectNode choices = settings.putObject("choices");
    faces.roll(meant, variant).forEach(choices::put);
    cover(settings, MOMENTS.get(view), account);
    if (account != null) {
      ObjectNode who = settings.putObject("account");
      who.put("id", account.id()).put("name", account.name()).put("city", account.city());
      account.groups().forEach(who.putArray("groups")::add);
    }
    return settings;
  }

  private void cover(ObjectNode settings, @Nullable Moment moment, @Nullable Account account) {
    if (moment == null) {
      return;
    }
    Map<String, Long> over =
        new LinkedHashMap<>(covers.over(account == null ? "" : account.id(), moment));
    if (account != null && signIns.greets(account)) {
      over.putIfAbsent("saveLogin", 0L);
    }
    ArrayNode list = settings.putArray("covers");
    over.forEach((name, millis) -> list.addObject().put("name", name).put("millis", millis));
  }

  Response page(ObjectNode settings) {
    String json = Json.MAPPER.writeValueAsString(settings).replace("<", "\\u003c");
    String html =
        """
        <!doctype html>
        <html id="facebook" lang="%s">
        <head>
        <meta charset="utf-8"><title>Facebook</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/rsrc/site.css">
        <script type="application/json" id="settings">%s</script>
        <script type="module" src="/rsrc/app.js"></script>
        </head>
        <body></body>
        </html>
        """
            .formatted(settings.path("variant").path("lang").asString(), json);
    return Response.html(200, html).with("Cache-Control", "no-store");
  }
}
