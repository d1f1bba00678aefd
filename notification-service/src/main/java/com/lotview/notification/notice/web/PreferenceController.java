package com.lotview.notification.notice.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.notification.notice.NoticeKind;
import com.lotview.notification.notice.NoticePreference;
import com.lotview.notification.notice.Preferences;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's preferences for notices. */
@RestController
@RequestMapping("/v1/me/notice-preferences")
class PreferenceController {
  private final Preferences preferences;

  PreferenceController(Preferences preferences) {
    this.preferences = preferences;
  }

  /** One preference for each kind. */
  record PreferenceList(List<NoticePreference> data) {}

  /** Body with all preferences; a kind that is missing gets its standard. */
  record NoticePreferencesRequest(
      @NotNull(message = "is required") List<@Valid @NotNull PreferenceRequest> data) {

    List<NoticePreference> chosen() {
      List<NoticePreference> chosen = data.stream().map(PreferenceRequest::chosen).toList();
      if (chosen.stream().map(NoticePreference::kind).distinct().count() < chosen.size()) {
        throw RefusalException.invalid("data", "must name each kind once");
      }
      return chosen;
    }
  }

  /** A preference in a body. */
  record PreferenceRequest(
      @NotNull(message = "is required") NoticeKind kind,
      @NotNull(message = "is required") Boolean inApp,
      @NotNull(message = "is required") Boolean mail) {

    NoticePreference chosen() {
      return new NoticePreference(kind, inApp, mail);
    }
  }

  @GetMapping
  Mono<PreferenceList> list(Caller caller) {
    caller.requirePerson();
    return preferences.of(caller.dealershipId(), caller.userId()).map(PreferenceList::new);
  }

  @PutMapping
  Mono<PreferenceList> replace(
      Caller caller, @Valid @RequestBody NoticePreferencesRequest request) {
    caller.requirePerson();
    return preferences.replace(caller, request.chosen()).map(PreferenceList::new);
  }
}
