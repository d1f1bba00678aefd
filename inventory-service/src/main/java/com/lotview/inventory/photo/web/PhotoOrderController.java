package com.lotview.inventory.photo.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.photo.PhotoLinks;
import com.lotview.inventory.photo.PhotoLinks.LinkedPhoto;
import com.lotview.inventory.photo.PhotoOrder;
import com.lotview.inventory.vehicle.web.PathIds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.security.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The order of {@code /v1/vehicles/{id}/images}. */
@RestController
@RequestMapping("/v1/vehicles/{id}/images")
class PhotoOrderController {
  private final PhotoOrder order;
  private final PhotoLinks links;

  PhotoOrderController(PhotoOrder order, PhotoLinks links) {
    this.order = order;
    this.links = links;
  }

  /** All images of the vehicle, in the wanted order. */
  record ImageOrderRequest(@Nullable List<@Nullable UUID> imageIds) {}

  /** All images of the vehicle, in their order. */
  record OrderedImages(List<LinkedPhoto> images) {}

  @PutMapping("/order")
  Mono<OrderedImages> arrange(
      Caller caller, @PathVariable String id, @RequestBody ImageOrderRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    UUID vehicle = PathIds.vehicle(id);
    return order.arrange(caller, vehicle, ids(request)).then(images(caller, vehicle));
  }

  @PutMapping("/{imageId}/primary")
  Mono<OrderedImages> makePrimary(
      Caller caller, @PathVariable String id, @PathVariable String imageId) {
    caller.require(Permission.VEHICLES_WRITE);
    UUID vehicle = PathIds.vehicle(id);
    return order.makePrimary(caller, vehicle, ImageIds.of(imageId)).then(images(caller, vehicle));
  }

  private Mono<OrderedImages> images(Caller caller, UUID vehicle) {
    return Mono.defer(() -> links.of(caller.dealershipId(), vehicle)).map(OrderedImages::new);
  }

  private static List<UUID> ids(ImageOrderRequest request) {
    List<@Nullable UUID> ids = request.imageIds();
    if (ids == null || ids.contains(null)) {
      throw RefusalException.invalid("imageIds", "is required: the ids of all images");
    }
    return List.copyOf(ids);
  }
}
