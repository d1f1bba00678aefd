package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.fault.Answers;
import com.lotview.sandbox.fault.FormHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Multipart;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.Photo;
import com.lotview.sandbox.ledger.PhotoStore;
import com.lotview.sandbox.page.StoredPhotos;
import com.lotview.sandbox.page.Visitors;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Takes one picture as multipart field "farr" and answers with its id and stored address. */
public final class PhotoUpload implements Handler {
  private final Visitors visitors;
  private final FormHook hook;
  private final PhotoStore photos;

  /** Uploads into this store. */
  public PhotoUpload(Visitors visitors, FormHook hook, PhotoStore photos) {
    this.visitors = visitors;
    this.hook = hook;
    this.photos = photos;
  }

  @Override
  public Response handle(Request request) throws IOException {
    byte[] body = request.body();
    Optional<Account> account = visitors.signedIn(request);
    if (account.isEmpty()) {
      return Answers.loggedOut();
    }
    Optional<Response> away =
        visitors.heldUp(account.get()).or(() -> visitors.turnedAway(account.get(), Moment.PHOTOS));
    if (away.isPresent()) {
      return away.get();
    }
    hook.holdPicture(account.get().id());
    if (hook.losesPicture(account.get().id())) {
      return Answers.error("Upload failed");
    }
    byte[] picture =
        Multipart.parts(request.header("Content-Type").orElse(""), body).stream()
            .filter(part -> part.name().equals("farr"))
            .findFirst()
            .orElseThrow(() -> new BadRequest("no file"))
            .bytes();
    Photo photo = photos.store(picture);
    Map<String, String> payload =
        Map.of("photoID", photo.id(), "imageSrc", StoredPhotos.address(photo));
    return Response.json(200, Map.of("payload", payload));
  }
}
