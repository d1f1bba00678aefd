package com.lotview.inventory.photo.direct.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.photo.Photos;
import com.lotview.inventory.photo.direct.DirectUploads;
import com.lotview.inventory.vehicle.web.PathIds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/{id}/images/uploads}. */
@RestController
@RequestMapping("/v1/vehicles/{id}/images/uploads")
class DirectUploadController {
  private final DirectUploads uploads;
  private final PhotoLinks links;

  DirectUploadController(DirectUploads uploads, PhotoLinks links) {
    this.uploads = uploads;
    this.links = links;
  }

  /**
   * The file that will be sent.
   *
   * @param bytes its exact length
   */
  record DirectUploadRequest(@Nullable String contentType, @Nullable Integer bytes) {}

  /**
   * Where to send it.
   *
   * @param headers to be sent with it
   * @param expiresIn seconds
   */
  record DirectUploadAnswer(
      UUID uploadId, URI uploadUrl, String method, Map<String, String> headers, long expiresIn) {}

  /** All images of the vehicle, in their order. */
  record ConfirmedImages(List<LinkedPhoto> images) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<DirectUploadAnswer> open(
      Caller caller, @PathVariable String id, @RequestBody DirectUploadRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    String type = request.contentType();
    Integer bytes = request.bytes();
    if (type == null || bytes == null) {
      throw RefusalException.invalid(type == null ? "contentType" : "bytes", "is required");
    }
    return uploads
        .open(caller, PathIds.vehicle(id), type, bytes)
        .map(opened ->
            new DirectUploadAnswer(
                opened.id(),
                opened.url(),
                "PUT",
                Map.of(HttpHeaders.CONTENT_TYPE, type),
                opened.life().toSeconds()));
  }

  @PostMapping("/{uploadId}/confirm")
  Mono<ConfirmedImages> confirm(
      Caller caller, @PathVariable String id, @PathVariable String uploadId) {
    caller.require(Permission.VEHICLES_WRITE);
    UUID vehicle = PathIds.vehicle(id);
    return uploads
        .confirm(caller, vehicle, upload(uploadId))
        .then(Mono.defer(() -> links.of(caller.dealershipId(), vehicle)))
        .map(ConfirmedImages::new);
  }

  private static UUID upload(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Photos.notFound();
    }
  }
}
