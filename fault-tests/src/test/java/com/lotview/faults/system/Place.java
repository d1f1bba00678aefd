package com.lotview.faults.system;

import java.util.Arrays;
import java.util.List;

/**
 * The exact places in a posting's course: the only table that names methods of the worker. A
 * debugger stops the job's thread there; the product has no hook for it.
 */
public enum Place {
  TAKING(1, "record comes", "fleet.store.R2dbcJobStore", "accept", Edge.ENTRY),
  TAKEN(1, "record stored", "fleet.messaging.PostingRequestedListener", "on", Edge.EXIT),
  LEASED(2, "leased", "fleet.Fleet", "begin", Edge.ENTRY),
  BEGUN(2, "run begun", "fleet.run.RunSupervisor", "watching", Edge.ENTRY),
  STARTING(3, "browser starts", "fleet.run.RunContext", "startBrowser", Edge.ENTRY),
  STARTED(3, "browser started", "fleet.run.RunContext", "started", Edge.ENTRY),
  SESSION(4, "session opened", "session.SealedAccountSessions", "open", Edge.ENTRY),
  LOGIN(5, "login checked", "marketplace.SiteMarketplace", "checkLogin", Edge.ENTRY),
  FORM(6, "form opened", "marketplace.SiteMarketplace", "openForm", Edge.ENTRY),
  FILL(7, "form half filled", "marketplace.form.VehicleForm", "make", Edge.ENTRY),
  FETCH(8, "photos fetched", "fleet.web.InventoryPhotos", "fetch", Edge.ENTRY),
  UPLOAD(9, "photos uploaded", "marketplace.SiteMarketplace", "uploadPhotos", Edge.ENTRY),
  VERIFY(10, "form read back", "marketplace.SiteMarketplace", "verify", Edge.ENTRY),
  INTENT(11, "before the intent", "fleet.run.RunSupervisor", "intend", Edge.ENTRY),
  INTENDED(11, "intent committed", "fleet.store.R2dbcJobStore", "intend", Edge.EXIT),
  CLICK(12, "before the click", "fleet.run.RunSupervisor", "permit", Edge.EXIT),
  CLICKED(12, "just clicked", "fleet.run.RunContext", "clicked", Edge.ENTRY),
  ANSWER(13, "answer awaited", "marketplace.SiteMarketplace", "awaitListing", Edge.ENTRY),
  SAVING(14, "before the result is saved", "fleet.store.R2dbcJobStore", "finish", Edge.ENTRY),
  SAVED(14, "result saved", "fleet.store.R2dbcJobStore", "finish", Edge.EXIT);

  /** The position in the method. */
  enum Edge {
    ENTRY,
    /** Its regular end, after all its work. */
    EXIT
  }

  private final int step;
  private final String words;
  private final String type;
  private final String method;
  private final Edge edge;

  Place(int step, String words, String type, String method, Edge edge) {
    this.step = step;
    this.words = words;
    this.type = "com.lotview.worker." + type;
    this.method = method;
    this.edge = edge;
  }

  /** From 1 to 14. */
  public int step() {
    return step;
  }

  public String type() {
    return type;
  }

  String method() {
    return method;
  }

  Edge edge() {
    return edge;
  }

  /** Whether a browser of the job runs here. */
  boolean hasBrowser() {
    return this == STARTED || (step >= 5 && this != FETCH && this != SAVED);
  }

  /** Whether a click may have happened here. */
  boolean afterIntent() {
    return compareTo(INTENDED) >= 0;
  }

  /** One place for each of the fourteen steps. */
  public static List<Place> oneForEachStep() {
    return List.of(
        TAKEN, LEASED, STARTING, SESSION, LOGIN, FORM, FILL, FETCH, UPLOAD, VERIFY, INTENDED, CLICK,
        ANSWER, SAVING);
  }

  public static List<Place> withBrowser() {
    return Arrays.stream(values()).filter(Place::hasBrowser).toList();
  }

  @Override
  public String toString() {
    return step + " " + words;
  }
}
