package com.lotview.kit.client;

import com.lotview.kit.security.ServiceTokens;
import java.time.Clock;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Creates the clients of other services. */
public final class ServiceClientFactory {
  private final WebClient.Builder http;
  private final ServiceTokens tokens;
  private final JsonMapper json;
  private final Clock clock;

  /**
   * @param clock measures how long calls to a failing service are paused
   */
  public ServiceClientFactory(
      WebClient.Builder http, ServiceTokens tokens, JsonMapper json, Clock clock) {
    this.http = http;
    this.tokens = tokens;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A client of one service.
   *
   * @param callee the service's name: the audience of the tokens sent to it
   */
  public ServiceClient of(String callee, String baseUrl) {
    return new ServiceClient(http.clone(), tokens, json, callee, baseUrl, clock);
  }
}
