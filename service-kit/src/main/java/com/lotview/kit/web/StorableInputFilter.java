package com.lotview.kit.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.json.StorableText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses paths, parameters and headers whose text no database can store. Bodies follow the same
 * rule, see {@link StorableText}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class StorableInputFilter implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    for (PathContainer.Element part : request.getPath().elements()) {
      if (part instanceof PathContainer.PathSegment segment
          && !StorableText.isStorable(segment.valueToMatch())) {
        return Mono.error(new RefusalException(ErrorCode.NOT_FOUND, "No such path"));
      }
    }
    String unstorable = firstUnstorable(request.getQueryParams());
    if (unstorable == null) {
      unstorable = unstorableHeader(request);
    }
    return unstorable == null
        ? chain.filter(exchange)
        : Mono.error(RefusalException.invalid(unstorable, StorableText.REFUSAL));
  }

  private static @Nullable String firstUnstorable(MultiValueMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(entry -> !StorableText.isStorable(entry.getKey()) || unstorable(entry.getValue()))
        .map(entry -> StorableText.isStorable(entry.getKey()) ? entry.getKey() : "parameter")
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String unstorableHeader(ServerHttpRequest request) {
    return request.getHeaders().headerSet().stream()
        .filter(entry -> unstorable(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  // A parameter without = has a null value.
  private static boolean unstorable(List<String> values) {
    return values.stream().anyMatch(value -> value != null && !StorableText.isStorable(value));
  }
}
