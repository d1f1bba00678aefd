package com.lotview.sandbox.page;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Choices;
import com.lotview.sandbox.variant.Variant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The empty document every page starts as. It names the view and its settings; a script draws the
 * rest, so that nothing useful is in the first HTML.
 */
public final class Shell {
  private final Variant variant;
  private final Choices choices;
  private final Dice dice;
  private final double pace;

  /**
   * Shells of one site.
   *
   * @param pace factor on the site's waiting times; 1 is as slow as the true one
   */
  public Shell(Variant variant, Choices choices, Dice dice, double pace) {
    this.variant = variant;
    this.choices = choices;
    this.dice = dice;
    this.pace = pace;
  }

  /** Settings of a view, to be added to by the page. */
  ObjectNode settings(String view, @Nullable Account account) {
    ObjectNode settings = Json.MAPPER.createObjectNode();
    settings.put("view", view).put("seed", dice.seed()).put("pace", pace);
    settings.set("variant", variant.data());
    if (account != null) {
      ObjectNode who = settings.putObject("account");
      who.put("id", account.id()).put("name", account.name()).put("city", account.city());
      account.groups().forEach(who.putArray("groups")::add);
      ObjectNode faces = settings.putObject("choices");
      choices.roll(account.id()).forEach(faces::put);
    }
    return settings;
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
            .formatted(variant.data().path("lang").asString(), json);
    return Response.html(200, html).with("Cache-Control", "no-store");
  }
}
