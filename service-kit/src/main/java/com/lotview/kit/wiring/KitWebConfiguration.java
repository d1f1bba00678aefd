package com.lotview.kit.wiring;

import com.lotview.kit.openapi.ServiceDocument;
import com.lotview.kit.security.CallerResolver;
import com.lotview.kit.web.ApiConventions;
import com.lotview.kit.web.NextTaskFilter;
import com.lotview.kit.web.ProblemWriter;
import com.lotview.kit.web.StorableInputFilter;
import com.lotview.kit.web.TraceFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Errors, traces, limits of requests, the clock. */
@AutoConfiguration
public class KitWebConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    // Microseconds, as PostgreSQL keeps times: an immediate answer equals what is read later.
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  // Several services may run in one JVM; with Netty's global resources, stopping one would stop the
  // servers of all.
  @Bean
  ReactorResourceFactory reactorResourceFactory() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    // The server has drained by then; Netty's quiet period would only slow the stop.
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

  @Bean
  NextTaskFilter nextTaskFilter() {
    return new NextTaskFilter();
  }

  @Bean
  TraceFilter traceFilter() {
    return new TraceFilter();
  }

  @Bean
  StorableInputFilter storableInputFilter() {
    return new StorableInputFilter();
  }

  @Bean
  ApiConventions apiConventions(JsonMapper json) {
    return new ApiConventions(json);
  }

  /** The API document of this service, for those who can reach it directly. */
  @Bean
  RouterFunction<ServerResponse> apiDocumentRoute(
      @Value("${spring.application.name:}") String service, JsonMapper json) {
    return RouterFunctions.route()
        .GET(
            "/openapi",
            request ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(ServiceDocument.of(service, json)))
        .build();
  }

  @Bean
  WebFluxConfigurer callerArguments() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerResolver());
      }
    };
  }
}
