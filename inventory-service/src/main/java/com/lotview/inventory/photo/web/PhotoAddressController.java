package com.lotview.inventory.photo.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.photo.Photos;
import com.lotview.inventory.photo.fetch.PhotoAddresses;
import com.lotview.inventory.vehicle.web.PathIds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/{id}/images/addresses}. */
@RestController
@RequestMapping("/v1/vehicles/{id}/images/addresses")
class PhotoAddressController {
  private final PhotoAddresses addresses;

  PhotoAddressController(PhotoAddresses addresses) {
    this.addresses = addresses;
  }

  /** Addresses of photos in the wanted order. */
  record PhotoAddressesRequest(
      @ApiField(required = true, minLength = 1, maxLength = Photos.MAX_PER_VEHICLE)
          @Nullable List<@Nullable String> urls) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<PhotoAddresses.Progress> want(
      Caller caller, @PathVariable String id, @RequestBody PhotoAddressesRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    return addresses.wantNow(caller.dealershipId(), PathIds.vehicle(id), urls(request));
  }

  private static List<URI> urls(PhotoAddressesRequest request) {
    List<@Nullable String> urls = request.urls();
    if (urls == null || urls.isEmpty() || urls.size() > Photos.MAX_PER_VEHICLE) {
      throw RefusalException.invalid("urls", "must name 1 to 20 addresses of photos");
    }
    return urls.stream().map(PhotoAddressController::url).toList();
  }

  private static URI url(@Nullable String text) {
    if (text != null && PhotoAddresses.fits(text)) {
      try {
        URI url = URI.create(text);
        if (("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
            && url.getHost() != null) {
          return url;
        }
      } catch (IllegalArgumentException e) {
        // Refused below.
      }
    }
    throw RefusalException.invalid("urls", "must hold addresses that begin with https or http");
  }
}
