package com.lotview.sandbox.page;

import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Photo;
import com.lotview.sandbox.ledger.PhotoStore;
import java.io.IOException;
import java.util.Optional;

/** Pictures under their stored address, /scontent/&lt;id&gt;_n.jpg. */
public final class StoredPhotos implements Handler {
  private final PhotoStore photos;

  /** Serves from this store. */
  public StoredPhotos(PhotoStore photos) {
    this.photos = photos;
  }

  /** The stored address of a picture, as a path. */
  public static String address(Photo photo) {
    return "/scontent/" + photo.id() + "_n.jpg";
  }

  @Override
  public Response handle(Request request) throws IOException {
    Optional<Photo> photo = photos.find(request.pathParameter(0).replace("_n.jpg", ""));
    if (photo.isEmpty()) {
      return Response.html(404, "not found");
    }
    return Response.bytes(photo.get().contentType(), photos.bytes(photo.get()))
        .with("Cache-Control", "max-age=1209600");
  }
}
