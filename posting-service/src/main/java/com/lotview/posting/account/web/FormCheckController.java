package com.lotview.posting.account.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.kit.storage.ObjectStore;
import com.lotview.posting.account.formcheck.FormCheck;
import com.lotview.posting.account.formcheck.FormChecks;
import com.lotview.posting.dispatch.AccountRef;
import com.lotview.posting.dispatch.JobResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads an account's form without posting. */
@RestController
@RequestMapping("/v1/fb-accounts/{id}")
class FormCheckController {
  private static final Duration LINK_LIFE = Duration.ofHours(1);

  private final FormChecks checks;
  private final ObjectStore objects;

  FormCheckController(FormChecks checks, ObjectStore objects) {
    this.checks = checks;
    this.objects = objects;
  }

  @PostMapping("/form-check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Answer> ask(Caller caller, @PathVariable UUID id) {
    caller.require(Permission.FB_ACCOUNTS_VALIDATE);
    return checks.ask(caller, id).map(this::answer);
  }

  @GetMapping("/form-checks/{checkId}")
  Mono<Answer> get(Caller caller, @PathVariable UUID id, @PathVariable UUID checkId) {
    caller.require(Permission.FB_ACCOUNTS_READ);
    AccountRef account = AccountRef.of(caller.dealershipId(), id);
    return checks.find(account, checkId).map(this::answer);
  }

  private Answer answer(FormCheck check) {
    JobResult.Form report = check.report();
    String picture = check.picture();
    return new Answer(
        check.id(),
        check.account().fbAccountId(),
        state(check),
        check.askedAt(),
        check.endedAt(),
        check.error(),
        report == null ? null : report.language(),
        report == null ? null : report.mapVersion(),
        report == null ? null : report.findings(),
        picture == null ? null : objects.link(picture, LINK_LIFE));
  }

  private static String state(FormCheck check) {
    return switch (check.state()) {
      case WAITING, RUNNING -> "CHECKING";
      case DONE, FAILED, NEEDS_LOGIN -> check.state().name();
    };
  }

  /**
   * A check as people see it.
   *
   * @param state {@code CHECKING} until its result is known
   * @param picture of the form, behind a link that ends
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(
      UUID checkId,
      UUID fbAccountId,
      String state,
      Instant askedAt,
      @Nullable Instant endedAt,
      @Nullable String error,
      @Nullable String language,
      @Nullable Integer mapVersion,
      @Nullable List<JobResult.Field> findings,
      @Nullable URI picture) {}
}
