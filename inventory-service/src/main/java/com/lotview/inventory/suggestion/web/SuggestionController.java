package com.lotview.inventory.suggestion.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.suggestion.Suggestion;
import com.lotview.inventory.suggestion.Suggestions;
import com.lotview.inventory.vehicle.VehicleDraft;
import com.lotview.inventory.vehicle.web.VehicleForm;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.idempotency.IdempotentRequests;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.Cursor;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/vehicles/suggestions}. */
@RestController
@RequestMapping("/v1/vehicles/suggestions")
class SuggestionController {
  private static final String PATH = "/v1/vehicles/suggestions";
  private static final String SORT = "newest";
  private static final int MAX_LIMIT = 200;

  private final Suggestions suggestions;
  private final VehicleForm form;
  private final IdempotentRequests requests;

  SuggestionController(Suggestions suggestions, VehicleForm form, IdempotentRequests requests) {
    this.suggestions = suggestions;
    this.form = form;
    this.requests = requests;
  }

  @PostMapping
  Mono<ResponseEntity<SuggestionAnswer>> suggest(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody @ApiBody(value = SuggestRequest.class, partial = true) SuggestRequest request) {
    caller.require(Permission.VEHICLES_SUGGEST);
    SuggestRequest checked = request.checked();
    VehicleDraft draft = checked.draft();
    if (draft.status() != null) {
      throw RefusalException.invalid("vehicle.status", "is a manager's to decide");
    }
    Mono<SuggestionAnswer> work =
        suggestions
            .suggest(caller, draft, checked.page(), checked.note())
            .map(SuggestionAnswer::of);
    return requests
        .once(caller, "POST " + PATH, key, request, SuggestionAnswer.class, work)
        .map(made -> ResponseEntity.created(URI.create(PATH + "/" + made.id())).body(made));
  }

  @GetMapping
  Mono<SuggestionList> list(
      Caller caller,
      @RequestParam(required = false) Suggestion.@Nullable State state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    caller.require(Permission.VEHICLES_SUGGEST);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
    }
    UUID before = cursor == null ? null : Cursor.read(cursor, SORT, 1).uuid(0);
    return suggestions.list(caller, state, before, limit + 1).map(found -> page(found, limit));
  }

  private static SuggestionList page(List<Suggestion> found, int limit) {
    boolean more = found.size() > limit;
    List<Suggestion> shown = more ? found.subList(0, limit) : found;
    return new SuggestionList(
        shown.stream().map(SuggestionAnswer::of).toList(),
        more ? Cursor.behind(SORT, shown.getLast().id()).text() : null);
  }

  @PostMapping("/{id}/accept")
  Mono<SuggestionAnswer> accept(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @ApiBody(value = VehicleDraft.class, partial = true)
          ObjectNode body) {
    caller.require(Permission.VEHICLES_WRITE);
    return suggestions
        .accept(caller, id(id), draft -> body == null ? draft : form.overlay(draft, body))
        .map(SuggestionAnswer::of);
  }

  @PostMapping("/{id}/decline")
  Mono<SuggestionAnswer> decline(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable DeclineSuggestionRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    return suggestions
        .decline(caller, id(id), request == null ? null : request.checked())
        .map(SuggestionAnswer::of);
  }

  private static UUID id(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Suggestions.notFound();
    }
  }

  /**
   * A part of the list, the newest first.
   *
   * @param nextCursor where the next part begins; null at the end
   */
  record SuggestionList(List<SuggestionAnswer> data, @Nullable String nextCursor) {}
}
