package com.lotview.contracts;

/** The CloudEvents types, one per schema under {@code contracts/events/<topic>/<type>}. */
public final class EventTypes {
  public static final String POSTING_REQUESTED = "posting.requested";

  /** A worker reached a step of a job (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String POSTING_STEP = "posting.step";

  /**
   * A worker used another label of the form than the one that it knows (topic {@link
   * Topics#POSTING_PROGRESS}).
   */
  public static final String FORM_HEALED = "form.healed";

  /** A posting changed its state (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String POSTING_STATE = "posting.state";

  /** How far a bulk order is (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String BULK_PROGRESS = "bulk.progress";

  /** A removal or a price change of a live listing (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String POSTING_CHANGE = "posting.change";

  /** Removals wait for a manager (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String REMOVALS_HELD = "removals.held";

  /** Workers went away, or are there again (topic {@link Topics#POSTING_PROGRESS}). */
  public static final String FLEET_STATE = "fleet.state";

  /**
   * A look found a listing otherwise than it was known to be (topic {@link
   * Topics#POSTING_PROGRESS}).
   */
  public static final String LISTING_SEEN = "listing.seen";

  public static final String POSTING_COMPLETED = "posting.completed";
  public static final String LISTING_REQUESTED = "listing.requested";
  public static final String LISTING_GENERATED = "listing.generated";
  public static final String VEHICLE_CHANGED = "vehicle.changed";

  /** An import lacked vehicles that were on the lot (topic {@link Topics#VEHICLE_CHANGED}). */
  public static final String VEHICLE_VANISHED = "vehicle.vanished";

  /**
   * A suggested vehicle waits for a manager, or was decided (topic {@link Topics#VEHICLE_CHANGED}).
   */
  public static final String VEHICLE_SUGGESTION = "vehicle.suggestion";

  /** How far an import is (topic {@link Topics#VEHICLE_CHANGED}). */
  public static final String IMPORT_PROGRESS = "import.progress";

  /** A stock feed is in trouble, or is well again (topic {@link Topics#VEHICLE_CHANGED}). */
  public static final String STOCK_FEED_STATE = "stockfeed.state";

  public static final String ACCOUNT_SESSION = "account.session";
  public static final String AUDIT_RECORDED = "audit.recorded";

  /** A session ended, or a user's rights changed. */
  public static final String ACCESS_REVOKED = "access.revoked";

  /** A person came, left, was erased, or has another role. */
  public static final String USER_CHANGED = "user.changed";

  /** A dealership came, or is in another country, currency or unit of distances. */
  public static final String DEALERSHIP_CHANGED = "dealership.changed";

  /** A person is to be mailed what waits for them. */
  public static final String MAIL_REQUESTED = "mail.requested";

  private EventTypes() {}
}
