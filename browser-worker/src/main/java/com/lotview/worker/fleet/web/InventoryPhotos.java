package com.lotview.worker.fleet.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.job.JobResult;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.PreparationFailed;
import com.lotview.worker.fleet.run.outcome.Failures;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** Photos of the inventory service: the links from its internal API, the bytes from the store. */
public final class InventoryPhotos implements PhotoSource {
  private static final Logger LOG = LoggerFactory.getLogger(InventoryPhotos.class);

  private final ServiceClient inventory;
  private final PhotoDownload download;

  public InventoryPhotos(ServiceClient inventory, PhotoDownload download) {
    this.inventory = inventory;
    this.download = download;
  }

  @Override
  public List<Path> fetch(PostingOrder order, Path folder) {
    Map<UUID, URI> links = links(order);
    List<Path> files = new ArrayList<>();
    for (PostingOrder.Photo photo : order.photos()) {
      URI link = links.get(photo.id());
      if (link == null) {
        throw new PreparationFailed(
            JobResult.failed(
                false, ErrorCode.IMAGE_NOT_FOUND, "A photo of the vehicle was deleted meanwhile"));
      }
      files.add(fetch(order, photo, link, folder.resolve(name(files.size(), photo))));
    }
    return files;
  }

  private Path fetch(PostingOrder order, PostingOrder.Photo photo, URI link, Path file) {
    try {
      return download.to(file, link, photo);
    } catch (java.io.IOException e) {
      if (Failures.diskFull(e)) {
        throw new PreparationFailed(Failures.storageFull());
      }
      LOG.warn("Photo {} of job {}: {}", photo.id(), order.jobId(), e.toString());
      throw unavailable("A photo could not be fetched");
    }
  }

  // The number shows the order to people who inspect the folder.
  private static String name(int index, PostingOrder.Photo photo) {
    String type = photo.contentType();
    String ending = type.substring(type.indexOf('/') + 1).replaceAll("[^a-z0-9]", "");
    return "%02d.%s".formatted(index + 1, "jpeg".equals(ending) ? "jpg" : ending);
  }

  private Map<UUID, URI> links(PostingOrder order) {
    try {
      return Await.value(request(order)).photos().stream()
          .collect(Collectors.toMap(Linked::id, Linked::url, (first, second) -> first));
    } catch (RuntimeException e) {
      if (e instanceof ServiceCallFailed failed && failed.is(HttpStatus.NOT_FOUND)) {
        throw new PreparationFailed(
            JobResult.failed(false, ErrorCode.VEHICLE_NOT_FOUND, "The vehicle no longer exists"));
      }
      LOG.warn("Photos of job {}: {}", order.jobId(), e.toString());
      throw unavailable("The vehicle's photos could not be fetched");
    }
  }

  private Mono<Photos> request(PostingOrder order) {
    return inventory
        .get("/internal/vehicles/{id}/photos", order.vehicleId())
        .inTenant(order.dealershipId())
        .answer(Photos.class);
  }

  private static PreparationFailed unavailable(String reason) {
    return new PreparationFailed(JobResult.failed(true, ErrorCode.SERVICE_UNAVAILABLE, reason));
  }

  /** What the inventory service answers. */
  record Photos(List<Linked> photos) {}

  /** A photo with a link that is good for a while. */
  record Linked(UUID id, URI url) {}
}
