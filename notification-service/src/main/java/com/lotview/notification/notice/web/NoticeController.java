package com.lotview.notification.notice.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import com.lotview.notification.notice.Notice;
import com.lotview.notification.notice.Notices;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's own notices. */
@RestController
@RequestMapping("/v1/notices")
class NoticeController {
  private static final int MAX_LIMIT = 200;

  private final Notices notices;

  NoticeController(Notices notices) {
    this.notices = notices;
  }

  /**
   * A page, newest first.
   *
   * @param unread how many are unread, over all pages
   * @param next what to send as {@code before} for the next page; null: there is none
   */
  record NoticePage(List<Notice> data, long unread, @Nullable UUID next) {

    static NoticePage of(Notices.Page page, int limit) {
      List<Notice> found = page.notices();
      List<Notice> data = found.subList(0, Math.min(limit, found.size()));
      return new NoticePage(data, page.unread(), found.size() > limit ? data.getLast().id() : null);
    }
  }

  /** Body that marks notices as read. */
  record ReadNoticesRequest(@NotNull(message = "is required") Instant until) {}

  /** How many are unread. */
  record Unread(long unread) {}

  @GetMapping
  Mono<NoticePage> list(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") int limit) {
    caller.requirePerson();
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be from 1 to " + MAX_LIMIT);
    }
    // One more row shows whether there is another page.
    return notices
        .list(caller.dealershipId(), caller.userId(), unread, before, limit + 1)
        .map(page -> NoticePage.of(page, limit));
  }

  @PostMapping("/{id}/read")
  Mono<Notice> read(Caller caller, @PathVariable UUID id) {
    caller.requirePerson();
    return notices.read(caller.dealershipId(), caller.userId(), id);
  }

  @PostMapping("/read")
  Mono<Unread> readAll(Caller caller, @Valid @RequestBody ReadNoticesRequest request) {
    caller.requirePerson();
    return notices
        .readAll(caller.dealershipId(), caller.userId(), request.until())
        .map(Unread::new);
  }
}
