package com.lotview.contracts;

/** The CloudEvents types, one per schema under {@code contracts/events/<topic>/<type>}. */
public final class EventTypes {
  public static final String POSTING_REQUESTED = "posting.requested";

  /** A worker reached a step of a job (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String POSTING_STEP = "posting.step";

  /** A posting changed its state (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String POSTING_STATE = "posting.state";

  public static final String POSTING_COMPLETED = "posting.completed";
  public static final String LISTING_REQUESTED = "listing.requested";
  public static final String LISTING_GENERATED = "listing.generated";
  public static final String VEHICLE_CHANGED = "vehicle.changed";
  public static final String ACCOUNT_SESSION = "account.session";
  public static final String AUDIT_RECORDED = "audit.recorded";

  private EventTypes() {}
}
