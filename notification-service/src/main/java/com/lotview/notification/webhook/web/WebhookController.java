package com.lotview.notification.webhook.web;

import com.lotview.contracts.Permission;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.notification.webhook.Webhook;
import com.lotview.notification.webhook.WebhookChange;
import com.lotview.notification.webhook.Webhooks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The web hooks of a dealership. */
@RestController
@RequestMapping("/v1/webhooks")
class WebhookController {
  private static final String ONE_LINE = "\\P{Cntrl}*";
  private static final String NOT_ONE_LINE = "must be one line of text";

  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /** Body of a new web hook. */
  record MakeWebhookRequest(
      @NotNull(message = "is required")
          @Size(max = 2_000, message = "must have at most 2,000 characters")
          String url,
      @Nullable
          @Size(max = 200, message = "must have at most 200 characters")
          @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
          String description,
      @NotEmpty(message = "is required") @Size(max = 50, message = "must have at most 50 items")
          List<@NotNull(message = "is required") String> events) {}

  /** Body of a change; what is missing stays. */
  record WebhookChangeRequest(
      @Nullable @Size(max = 2_000, message = "must have at most 2,000 characters") String url,
      @Nullable
          @Size(max = 200, message = "must have at most 200 characters")
          @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
          String description,
      @Nullable @Size(min = 1, max = 50, message = "must have 1 to 50 items")
          List<@NotNull(message = "is required") String> events,
      @Nullable Boolean active) {}

  /** All web hooks. */
  record WebhookList(List<Webhook> data) {}

  /**
   * A web hook with its new secret.
   *
   * @param secret shown only this once; it cannot be read back
   */
  record WebhookSecretAnswer(String secret, Webhook webhook) {

    static WebhookSecretAnswer of(Webhooks.Made made) {
      return new WebhookSecretAnswer(made.secret(), made.hook());
    }

    @Override
    public String toString() {
      return "WebhookSecretAnswer[***]";
    }
  }

  @GetMapping
  Mono<WebhookList> list(Caller caller) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    return webhooks.list(caller.dealershipId()).collectList().map(WebhookList::new);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<WebhookSecretAnswer> make(Caller caller, @Valid @RequestBody MakeWebhookRequest request) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    String description = request.description();
    return webhooks
        .make(
            caller,
            address(request.url()),
            description == null ? "" : description,
            request.events())
        .map(WebhookSecretAnswer::of);
  }

  @PatchMapping("/{id}")
  Mono<Webhook> change(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody WebhookChangeRequest request) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    String url = request.url();
    return webhooks.change(
        caller,
        id,
        new WebhookChange(
            url == null ? null : address(url),
            request.description(),
            request.events(),
            request.active()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> remove(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    return webhooks.remove(caller, id);
  }

  /** A new secret; the old one signs too for a day. */
  @PostMapping("/{id}/secret")
  Mono<WebhookSecretAnswer> rotate(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.WEBHOOKS_MANAGE);
    return webhooks.rotate(caller, id).map(WebhookSecretAnswer::of);
  }

  private static URI address(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw RefusalException.invalid("url", "must be an https address without a user name");
    }
  }
}
