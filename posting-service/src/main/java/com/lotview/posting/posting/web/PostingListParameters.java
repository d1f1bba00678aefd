package com.lotview.posting.posting.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiQuery;
import com.lotview.kit.security.Caller;
import com.lotview.kit.web.Cursor;
import com.lotview.kit.web.QueryParameters;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.PostingFilter;
import com.lotview.posting.posting.model.PostingSlice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which postings a list is to show, and which part of them.
 *
 * @param page from 1; the slice has its offset
 */
record PostingListParameters(PostingFilter filter, PostingSlice slice, int page) {
  private static final Set<String> FILTERS = ApiQuery.Names.of(PostingQuery.Filter.class);
  private static final Set<String> ALL = ApiQuery.Names.of(PostingQuery.class);
  static final int MAX_LIMIT = 200;
  private static final int LIMIT = 50;
  static final int MAX_PAGE = 1_000_000;
  static final int MAX_SEARCH = 100;

  /** The parameters of a list. */
  static PostingListParameters of(Caller caller, ServerWebExchange exchange) {
    QueryParameters sent = QueryParameters.of(exchange, ALL);
    PostingSlice.Sort sort =
        sent.oneOf(
            "sort", PostingSlice.Sort.all(), PostingSlice.Sort::word, PostingSlice.Sort.NEWEST);
    int page = sent.number("page", MAX_PAGE, 1);
    int limit = sent.number("limit", MAX_LIMIT, LIMIT);
    PostingSlice.After after = after(sent, sort);
    return new PostingListParameters(
        filter(caller, sent),
        new PostingSlice(sort, limit, (long) (page - 1) * limit, after),
        page);
  }

  /** The parameters of what goes over all pages. */
  static PostingFilter filter(Caller caller, ServerWebExchange exchange) {
    return filter(caller, QueryParameters.of(exchange, FILTERS));
  }

  private static PostingFilter filter(Caller caller, QueryParameters sent) {
    return new PostingFilter(
        sent.words("status", PostingStatus.class),
        sent.uuid("vehicleId"),
        sent.uuid("fbAccountId"),
        sent.uuid("bulkId"),
        user(caller, sent),
        words(sent.text("search", MAX_SEARCH)),
        new PostingFilter.Span(sent.instant("from"), sent.instant("to")),
        new PostingFilter.Span(sent.instant("startsFrom"), sent.instant("startsTo")));
  }

  private static @Nullable UUID user(Caller caller, QueryParameters sent) {
    boolean mine = sent.flag("mine");
    UUID user = sent.uuid("userId");
    if (mine && user != null) {
      throw RefusalException.invalid("userId", "does not go with mine");
    }
    return mine ? caller.userId() : user;
  }

  private static List<String> words(@Nullable String search) {
    return search == null ? List.of() : List.of(search.split("\\s+"));
  }

  private static PostingSlice.@Nullable After after(QueryParameters sent, PostingSlice.Sort sort) {
    String text = sent.text(Cursor.PARAMETER, Integer.MAX_VALUE);
    if (text == null) {
      return null;
    }
    if (sent.has("page")) {
      throw RefusalException.invalid(Cursor.PARAMETER, "does not go with page");
    }
    Cursor cursor = Cursor.read(text, sort.word(), 2);
    return new PostingSlice.After(cursor.instant(0), cursor.uuid(1));
  }

  /** The cursor behind that posting. */
  String cursor(PostingSlice.After last) {
    return Cursor.behind(slice.sort().word(), last.startsAt(), last.id()).text();
  }
}
