package com.lotview.posting.posting.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.submit.ListingWriter;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.VehicleFacts;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpListingWriter implements ListingWriter {
  // An AI writer may be asked twice, half a minute each; then the built-in one writes.
  private static final Duration TIMEOUT = Duration.ofSeconds(65);

  private final ServiceClient listing;

  HttpListingWriter(ServiceClientFactory clients, PostingProperties properties) {
    this.listing = clients.of("listing", properties.listingUrl());
  }

  @Override
  public Mono<ListingText> write(UUID dealershipId, ListingSnapshot snapshot, int room) {
    return listing
        .post("/internal/listings")
        .inTenant(dealershipId)
        .body(brief(snapshot, room))
        .timeout(TIMEOUT)
        .answer(Written.class)
        .onErrorMap(
            ServiceCallFailed.class,
            failed -> failed.toProblem(HttpStatus.BAD_GATEWAY, ErrorCode.AI_GENERATION_FAILED))
        .map(written -> new ListingText(written.title(), written.description(), written.writer()));
  }

  @Override
  public Mono<List<String>> problems(
      UUID dealershipId, ListingSnapshot snapshot, int room, ListingText text) {
    return listing
        .post("/internal/listings/checks")
        .inTenant(dealershipId)
        .body(new Given(brief(snapshot, room), text.title(), text.description()))
        .answer(Verdict.class)
        .onErrorMap(
            ServiceCallFailed.class,
            failed ->
                failed.toProblem(HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.SERVICE_UNAVAILABLE))
        .map(Verdict::problems);
  }

  private static Brief brief(ListingSnapshot snapshot, int room) {
    Dealership dealership = snapshot.dealership();
    return new Brief(
        room,
        snapshot.said(),
        new Seller(
            dealership.name(),
            dealership.city(),
            dealership.state(),
            dealership.phone(),
            dealership.texts()));
  }

  record Given(Brief brief, String title, String description) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Verdict(List<String> problems) {}

  record Brief(int maxDescriptionLength, VehicleFacts vehicle, Seller dealership) {}

  record Seller(
      String name,
      @Nullable String city,
      @Nullable String state,
      @Nullable String phone,
      @Nullable Map<String, @Nullable String> texts) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Written(String title, String description, String writer) {}
}
