package com.lotview.inventory.photo.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Permission;
import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.photo.Photos;
import com.lotview.inventory.photo.PictureReader;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.UnusableImageException;
import com.lotview.inventory.photo.web.Refusals.RefusedFile;
import com.lotview.inventory.upload.FileParts;
import com.lotview.inventory.upload.FileParts.Received;
import com.lotview.inventory.upload.FileParts.TooLarge;
import com.lotview.inventory.upload.FileParts.UploadedFile;
import com.lotview.inventory.vehicle.web.PathIds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiBody;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/{id}/images}. */
@RestController
@RequestMapping("/v1/vehicles/{id}/images")
class PhotoController {
  private static final int MAX_BYTES = 5 * 1024 * 1024;
  private static final long MAX_REQUEST = (Photos.MAX_PER_VEHICLE + 1L) * MAX_BYTES;

  private final Photos photos;
  private final PhotoLinks links;
  private final PictureReader pictures;

  PhotoController(Photos photos, PhotoLinks links, PictureReader pictures) {
    this.photos = photos;
    this.links = links;
    this.pictures = pictures;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ImagesAnswer> upload(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.CONTENT_LENGTH, required = false) @Nullable Long length,
      @RequestBody @ApiBody(PhotoForm.class) Flux<PartEvent> body) {
    caller.require(Permission.VEHICLES_WRITE);
    if (length != null && length > MAX_REQUEST) {
      throw new RefusalException(
          ErrorCode.PAYLOAD_TOO_LARGE, "Send at most 20 photos of 5 MB each");
    }
    UUID vehicle = PathIds.vehicle(id);
    Refusals refusals = new Refusals();
    Flux<Picture> images =
        FileParts.read(body, Photos.MAX_PER_VEHICLE, MAX_BYTES)
            .index()
            .concatMap(file -> picture(file.getT1(), file.getT2(), refusals), 1)
            .switchIfEmpty(Flux.error(refusals::problem));
    return photos
        .add(caller, vehicle, images)
        .then(Mono.defer(() -> links.of(caller.dealershipId(), vehicle)))
        .map(all -> new ImagesAnswer(all, refusals.all()));
  }

  /** The photo itself, for a client that may only speak to LotView's own address. */
  @GetMapping("/{imageId}")
  Mono<ResponseEntity<ByteBuffer>> bytes(
      Caller caller, @PathVariable String id, @PathVariable String imageId) {
    caller.require(Permission.VEHICLES_READ);
    return links
        .whole(caller.dealershipId(), PathIds.vehicle(id), ImageIds.of(imageId))
        .switchIfEmpty(Mono.error(Photos::notFound))
        .map(photo ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.file().contentType()))
                .eTag("\"" + photo.file().sha256() + "\"")
                .cacheControl(CacheControl.noStore())
                .body(ByteBuffer.wrap(photo.content())));
  }

  @PutMapping(path = "/{imageId}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Mono<ImagesAnswer> replace(
      Caller caller,
      @PathVariable String id,
      @PathVariable String imageId,
      @RequestBody @ApiBody(PhotoForm.class) Flux<PartEvent> body) {
    caller.require(Permission.VEHICLES_WRITE);
    UUID vehicle = PathIds.vehicle(id);
    Refusals refusals = new Refusals();
    Mono<Picture> image =
        FileParts.read(body, 1, MAX_BYTES)
            .concatMap(file -> picture(0, file, refusals), 1)
            // Not next(): a body that is given up while its last bytes come disturbs its
            // connection.
            .singleOrEmpty()
            .switchIfEmpty(Mono.error(refusals::problem));
    return photos
        .replace(caller, vehicle, ImageIds.of(imageId), image)
        .then(Mono.defer(() -> links.of(caller.dealershipId(), vehicle)))
        .map(all -> new ImagesAnswer(all, List.of()));
  }

  @DeleteMapping("/{imageId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> remove(Caller caller, @PathVariable String id, @PathVariable String imageId) {
    caller.require(Permission.VEHICLES_WRITE);
    return photos.remove(caller, PathIds.vehicle(id), ImageIds.of(imageId));
  }

  private Mono<Picture> picture(long index, Received file, Refusals refusals) {
    return switch (file) {
      case TooLarge large -> {
        refusals.add(index, large);
        yield Mono.empty();
      }
      case UploadedFile whole ->
          pictures
              .read(whole.content())
              .onErrorResume(
                  UnusableImageException.class,
                  e -> {
                    refusals.add(index, whole, String.valueOf(e.getMessage()));
                    return Mono.empty();
                  });
    };
  }

  /** The parts of an upload. */
  record PhotoForm(
      @ApiField(required = true, minLength = 1, maxLength = Photos.MAX_PER_VEHICLE)
          List<ByteBuffer> file) {}

  /** All photos of the vehicle in their order, and the files of this upload that were refused. */
  record ImagesAnswer(List<LinkedPhoto> images, List<RefusedFile> refused) {}
}
