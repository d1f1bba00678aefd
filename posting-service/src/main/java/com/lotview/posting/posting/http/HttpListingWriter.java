package com.lotview.posting.posting.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.security.ServiceTokens;
import com.lotview.posting.calls.InternalCalls;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.submit.ListingWriter;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.VehicleFacts;
import com.lotview.posting.wiring.PostingProperties;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

@Component
class HttpListingWriter implements ListingWriter {
  // An AI writer may be asked twice, half a minute each; then the built-in one writes.
  private static final Duration DEADLINE = Duration.ofSeconds(65);

  private final InternalCalls listing;

  HttpListingWriter(WebClient.Builder builder, ServiceTokens tokens, PostingProperties properties) {
    this.listing = new InternalCalls(builder, tokens, "listing", properties.listingUrl());
  }

  @Override
  public Mono<ListingText> write(UUID dealershipId, ListingSnapshot snapshot, int room) {
    Dealership dealership = snapshot.dealership();
    Brief brief =
        new Brief(
            room,
            snapshot.vehicle(),
            new Seller(
                dealership.name(), dealership.city(), dealership.state(), dealership.phone()));
    return listing
        .post(
            "/internal/listings",
            brief,
            dealershipId,
            Written.class,
            DEADLINE,
            ErrorCode.AI_GENERATION_FAILED)
        .map(written -> new ListingText(written.title(), written.description(), written.writer()));
  }

  record Brief(int maxDescriptionLength, VehicleFacts vehicle, Seller dealership) {}

  record Seller(
      String name, @Nullable String city, @Nullable String state, @Nullable String phone) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Written(String title, String description, String writer) {}
}
