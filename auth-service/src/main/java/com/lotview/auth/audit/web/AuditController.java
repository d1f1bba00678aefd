package com.lotview.auth.audit.web;

import com.lotview.auth.audit.AuditQueries;
import com.lotview.auth.audit.AuditQuery;
import com.lotview.auth.audit.NamedEntry;
import com.lotview.contracts.Permission;
import com.lotview.kit.audit.Change;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was done in a dealership, for its general manager. */
@RestController
@RequestMapping("/v1/audit")
class AuditController {
  private static final String HEADER = "at,user,userId,action,subject,ip,userAgent,changes\r\n";

  private final AuditQueries queries;

  AuditController(AuditQueries queries) {
    this.queries = queries;
  }

  /**
   * A page, latest first.
   *
   * @param next what to send as {@code before} for the next page; null: there is none
   */
  record AuditPage(List<NamedEntry> data, @Nullable UUID next) {

    static AuditPage of(List<NamedEntry> found, int limit) {
      List<NamedEntry> data = found.subList(0, Math.min(limit, found.size()));
      return new AuditPage(data, found.size() > limit ? data.getLast().id() : null);
    }
  }

  @GetMapping
  Mono<AuditPage> page(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID userId,
      @RequestParam(required = false) @Nullable @ApiField(maxLength = AuditQuery.MAX_TEXT)
          String action,
      @RequestParam(required = false) @Nullable @ApiField(maxLength = AuditQuery.MAX_TEXT)
          String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") @ApiField(min = 1, max = AuditQuery.MAX_LIMIT) int limit) {
    caller.require(Permission.AUDIT_READ);
    if (limit < 1 || limit > AuditQuery.MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be from 1 to " + AuditQuery.MAX_LIMIT);
    }
    // One more row shows whether there is another page.
    AuditQuery query = new AuditQuery(userId, action, subject, from, to, before, limit + 1);
    return queries
        .find(caller.dealershipId(), query)
        .collectList()
        .map(found -> AuditPage.of(found, limit));
  }

  /** The same entries as CSV, latest first, at most 100,000. */
  @GetMapping("/export")
  ResponseEntity<Flux<String>> export(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID userId,
      @RequestParam(required = false) @Nullable @ApiField(maxLength = AuditQuery.MAX_TEXT)
          String action,
      @RequestParam(required = false) @Nullable @ApiField(maxLength = AuditQuery.MAX_TEXT)
          String subject,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    caller.require(Permission.AUDIT_READ);
    AuditQuery query =
        new AuditQuery(userId, action, subject, from, to, null, AuditQuery.MAX_EXPORT);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv; charset=utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .body(
            queries
                .find(caller.dealershipId(), query)
                .map(AuditController::line)
                .switchOnFirst((first, lines) -> headed(first.isOnError(), lines)));
  }

  // The status is sent with the first line, so only once the query has succeeded.
  private static Flux<String> headed(boolean failed, Flux<String> lines) {
    return failed ? lines : lines.startWith(HEADER);
  }

  private static String line(NamedEntry entry) {
    return Stream.of(
            entry.at(),
            entry.userName(),
            entry.userId(),
            entry.action(),
            entry.subject(),
            entry.ip(),
            entry.userAgent(),
            entry.changes().stream().map(AuditController::text).collect(Collectors.joining("; ")))
        .map(value -> cell(value == null ? "" : value.toString()))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String text(Change change) {
    return change.field() + ": " + shown(change.from()) + " -> " + shown(change.to());
  }

  private static String shown(@Nullable String value) {
    return value == null ? "(none)" : value;
  }

  // A spreadsheet runs cells that begin like a formula (OWASP, CSV injection).
  private static String cell(String value) {
    String safe =
        !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
