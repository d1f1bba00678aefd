package com.lotview.journey;

import com.lotview.contracts.Permission;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;

/**
 * What a permission gives: something to see on a page of the dashboard, and a call. A new
 * permission does not compile until it has a line here.
 *
 * @param page with names of objects in braces; null: no page of the dashboard uses it
 * @param seen what is on that page for who has it
 * @param method of the call
 * @param path of the call, with names of objects in braces
 */
record Right(@Nullable String page, By seen, String method, String path) {
  static Right of(Permission permission) {
    return switch (permission) {
      case VEHICLES_READ -> right("inventory", css("[data-row]"), "GET", "/v1/vehicles");
      case VEHICLES_WRITE ->
          right("inventory/{car}", button("Correct"), "PATCH", "/v1/vehicles/{car}");
      // Only the extension suggests vehicles.
      case VEHICLES_SUGGEST -> unseen("POST", "/v1/vehicles/suggestions");
      case VEHICLES_ARCHIVE ->
          right("import", text("The file is the whole stock"), "DELETE", "/v1/vehicles/{car}");
      // A field of the vehicle's answer: its call is not refused, the field is left out.
      case VEHICLES_COSTS -> unseen("", "");
      case POSTINGS_CREATE -> right("inventory", button("Post"), "POST", "/v1/postings");
      case POSTINGS_READ -> right("postings", css("a[data-row]"), "GET", "/v1/postings");
      case POSTINGS_CANCEL ->
          right(
              "postings/{planned}",
              button("Cancel posting"),
              "POST",
              "/v1/postings/{planned}/cancel");
      case POSTINGS_REMOVE ->
          right("postings/{live}", button("Remove from Facebook"), "DELETE", "/v1/postings/{live}");
      case POSTINGS_BULK ->
          right("inventory", css("[data-row] input[type=checkbox]"), "POST", "/v1/postings/bulk");
      case POSTINGS_APPROVE ->
          right("postings/{asked}", button("Approve"), "POST", "/v1/postings/{asked}/approve");
      case POSTINGS_RESOLVE ->
          right(
              "postings/{doubtful}",
              button("It is on Facebook"),
              "POST",
              "/v1/postings/{doubtful}/resolve");
      case FB_ACCOUNTS_CHOOSE -> right("accounts", css("[data-row]"), "GET", "/v1/fb-accounts");
      case FB_ACCOUNTS_READ ->
          right("accounts", button("Who may post"), "GET", "/v1/fb-accounts/{account}");
      case FB_ACCOUNTS_SHARE ->
          right("accounts", button("Who may post"), "PUT", "/v1/fb-accounts/{account}/users");
      case FB_ACCOUNTS_VALIDATE ->
          right("accounts", button("Check sign-in"), "POST", "/v1/fb-accounts/{account}/validate");
      case FB_ACCOUNTS_CONNECT ->
          right("accounts", button("Connect an account"), "POST", "/v1/fb-accounts");
      case LISTINGS_GENERATE ->
          right("inventory/{car}", text("Text before posting"), "POST", "/v1/listings/generate");
      case NUMBERS_READ -> right("numbers", heading("Numbers"), "GET", "/v1/numbers");
      case USERS_MANAGE -> right("users", button("Invite a person"), "GET", "/v1/users");
      case DEALERSHIP_MANAGE ->
          right("settings/dealership", css("main form"), "GET", "/v1/dealership");
      case WEBHOOKS_MANAGE ->
          right("settings/webhooks", css("main section"), "GET", "/v1/webhooks");
      case AUDIT_READ -> right("settings/audit", css("main [role=search]"), "GET", "/v1/audit");
    };
  }

  private static Right right(String page, By seen, String method, String path) {
    return new Right(page, seen, method, path);
  }

  private static Right unseen(String method, String path) {
    return new Right(null, By.id("none"), method, path);
  }

  private static By css(String selector) {
    return By.cssSelector(selector);
  }

  private static By button(String name) {
    return By.xpath("//main//button[normalize-space()='%s']".formatted(name));
  }

  private static By heading(String name) {
    return By.xpath("//main//h1[contains(normalize-space(), '%s')]".formatted(name));
  }

  private static By text(String words) {
    return By.xpath("//main//*[contains(text(), '%s')]".formatted(words));
  }
}
