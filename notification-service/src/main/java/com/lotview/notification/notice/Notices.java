package com.lotview.notification.notice;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.id.Ids;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.notification.event.EventLog;
import com.lotview.notification.event.News;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Raises notices and shows each person their own. */
@Component
public class Notices {
  private final NoticeStore store;
  private final EventLog log;
  private final TenantTransactions transactions;
  private final Clock clock;

  Notices(NoticeStore store, EventLog log, TenantTransactions transactions, Clock clock) {
    this.store = store;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Notifies all people concerned, in the running transaction of the dealership: each gets a
   * notice, and an event {@code notice.created} on their own sockets only; or a mail, as they have
   * chosen.
   */
  public Mono<Void> raise(UUID dealershipId, Concern concern) {
    return store
        .recipients(concern.kind(), concern.ordered())
        .collectList()
        .flatMapIterable(people -> people)
        .concatMap(recipient -> tell(dealershipId, recipient, concern))
        .then();
  }

  private Mono<Void> tell(UUID dealershipId, Recipient recipient, Concern concern) {
    Notice notice =
        new Notice(
            Ids.next(),
            concern.kind(),
            concern.title(),
            concern.text(),
            concern.path(),
            clock.instant(),
            null);
    Mono<Void> shown =
        recipient.inApp()
            ? log.append(dealershipId, News.toPerson(recipient.userId(), "notice.created", notice))
            : Mono.empty();
    return store.add(dealershipId, recipient, notice).then(shown);
  }

  /** A page of a person's notices, newest first, and how many are unread in all. */
  public Mono<Page> list(
      UUID dealershipId, UUID userId, boolean unreadOnly, @Nullable UUID before, int limit) {
    return transactions.inTenant(
        dealershipId,
        store
            .list(userId, unreadOnly, before, limit)
            .collectList()
            .zipWhen(found -> store.countUnread(userId), Page::new));
  }

  /** Marks one notice as read; fails with {@code NOTICE_NOT_FOUND}. */
  public Mono<Notice> read(UUID dealershipId, UUID userId, UUID id) {
    return transactions.inTenant(
        dealershipId,
        store
            .read(userId, id, clock.instant())
            .switchIfEmpty(
                Mono.error(() ->
                    new RefusalException(
                        ErrorCode.NOTICE_NOT_FOUND, ErrorCode.NOTICE_NOT_FOUND.title()))));
  }

  /** Marks all notices until that moment as read; returns how many are unread afterwards. */
  public Mono<Long> readAll(UUID dealershipId, UUID userId, Instant until) {
    return transactions.inTenant(
        dealershipId,
        store
            .readAll(userId, until, clock.instant())
            .then(Mono.defer(() -> store.countUnread(userId))));
  }

  /** Notices of a page, and how many are unread over all pages. */
  public record Page(List<Notice> notices, long unread) {}
}
