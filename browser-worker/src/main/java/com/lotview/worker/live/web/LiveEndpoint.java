package com.lotview.worker.live.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.worker.live.LiveView;
import com.lotview.worker.live.LiveViews;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /internal/live/{id}}: the gateway connects a viewer after checking the ticket. */
public final class LiveEndpoint implements WebHandler {
  /** Path of the endpoint. */
  public static final String PATH = "/internal/live/{id}";

  private final WebSocketService upgrades;
  private final LiveViews views;
  private final JsonMapper json;

  public LiveEndpoint(WebSocketService upgrades, LiveViews views, JsonMapper json) {
    this.upgrades = upgrades;
    this.views = views;
    this.json = json;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange) {
    return Mono.defer(() -> {
      LiveView view =
          views
              .find(id(exchange))
              .orElseThrow(() ->
                  new RefusalException(
                      ErrorCode.LIVE_VIEW_NOT_FOUND, ErrorCode.LIVE_VIEW_NOT_FOUND.title()));
      return upgrades.handleRequest(
          exchange, session -> new LiveConversation(session, view, json).run());
    });
  }

  private static UUID id(ServerWebExchange exchange) {
    Map<String, String> variables =
        exchange.getRequiredAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    try {
      return UUID.fromString(Objects.requireNonNull(variables.get("id")));
    } catch (IllegalArgumentException e) {
      throw new RefusalException(
          ErrorCode.LIVE_VIEW_NOT_FOUND, ErrorCode.LIVE_VIEW_NOT_FOUND.title());
    }
  }
}
