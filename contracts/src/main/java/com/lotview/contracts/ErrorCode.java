package com.lotview.contracts;

/**
 * The codes of error answers (RFC 9457 member {@code code}) with their HTTP status. The first block
 * is the product document's appendix B; the second is what it leaves open. A code is API: never
 * renamed, never given another status.
 */
public enum ErrorCode {
  AUTH_INVALID_CREDENTIALS(401, "Wrong email or password"),
  AUTH_TOKEN_EXPIRED(401, "The access token has expired"),
  AUTH_REFRESH_REVOKED(401, "The refresh token was revoked"),
  AUTH_RATE_LIMITED(429, "Too many login attempts"),
  FORBIDDEN(403, "Your role does not permit this"),
  TENANT_MISMATCH(403, "This belongs to another dealership"),
  VEHICLE_NOT_FOUND(404, "No such vehicle"),
  POSTING_ALREADY_ACTIVE(409, "The vehicle already has an active posting"),
  FB_SESSION_INVALID(422, "The Facebook session has ended; its owner must sign in again"),
  FB_RATE_LIMITED(429, "Too many posts by this Facebook account"),
  FB_POSTING_FAILED(502, "The posting could not be completed"),
  AI_GENERATION_FAILED(502, "The listing text could not be generated"),
  VALIDATION_ERROR(400, "The request is not valid"),

  AUTH_TOKEN_INVALID(401, "A valid access token is required"),
  POSTING_NOT_FOUND(404, "No such posting"),
  POSTING_NOT_CANCELLABLE(409, "The posting can no longer be cancelled"),
  POSTING_NOT_CHANGEABLE(409, "The order can no longer be changed"),
  POSTING_NOT_AWAITING_APPROVAL(409, "The posting is not waiting for a manager's yes"),
  POSTING_NOT_RETRYABLE(409, "Only a failed posting can be tried again"),
  POSTING_NOT_REMOVABLE(409, "There is no listing to remove"),
  POSTING_NOT_BY_HAND(409, "Nobody fills the form of this posting by hand"),
  POSTING_NOT_IN_REVIEW(409, "The posting is not waiting for a review"),
  LISTING_NOT_RENEWABLE(409, "The site does not offer to renew the listing"),
  LISTING_NOT_REPRICED(409, "The listing shows no other price than the one that was ordered"),
  FB_LISTING_REJECTED(422, "The site took the listing down"),
  JOB_WITHDRAWN(409, "The job was withdrawn before a worker began it"),
  BULK_NOT_FOUND(404, "No such bulk order"),
  HOLD_NOT_FOUND(404, "No removals are on hold for this import"),
  SESSION_STALE(409, "The account has a newer session; it is kept"),
  FB_TWO_FACTOR(422, "The site asks the account's owner for a two-factor code"),
  FB_ACCOUNT_NOT_FOUND(404, "No such Facebook account"),
  FORM_CHECK_NOT_FOUND(404, "No such check of the form"),
  FB_ACCOUNT_ALREADY_CONNECTED(409, "This Facebook account is already connected"),
  FB_ACCOUNT_OTHER(409, "Another Facebook account was signed in"),
  SEALING_NOT_FOUND(404, "No such sealing, or it is too old; begin again"),
  SEALING_USED(409, "This sealed session was delivered before; read and seal it again"),
  SEAL_KEY_RETIRED(409, "The key of this seal is not in use; read the key again and seal anew"),
  LIVE_VIEW_NOT_FOUND(404, "No live view of this account is open"),
  LIVE_VIEW_NOT_READY(409, "The live view's browser is not ready yet"),
  IMAGE_NOT_FOUND(404, "No such image"),
  IMPORT_NOT_FOUND(404, "No such import"),
  STOCK_FEED_NOT_FOUND(404, "No such stock feed"),
  STOCK_FEED_RUN_NOT_HELD(409, "The run is not the feed's last one, or nothing holds it"),
  VEHICLE_ALREADY_EXISTS(409, "A vehicle with this stock number exists"),
  VEHICLE_NOT_POSTABLE(422, "The vehicle lacks what a listing needs"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
  SUGGESTION_NOT_FOUND(404, "No such suggestion"),
  SUGGESTION_DECIDED(409, "The suggestion was decided already"),
  USER_NOT_FOUND(404, "No such user"),
  USER_EMAIL_TAKEN(409, "This e-mail cannot be used"),
  USER_LAST_GM(409, "The dealership needs one active general manager"),
  USER_NOT_INVITED(409, "Only a user who has not accepted the invitation can be invited again"),
  USER_NOT_DEACTIVATED(409, "Deactivate the user first"),
  USER_ERASED(409, "The user was erased, and cannot be changed"),
  LINK_INVALID(422, "The link was used, was replaced by a newer one, or is too old"),
  AUTH_CHALLENGE_INVALID(401, "The sign-in took too long or was completed; begin again"),
  AUTH_CODE_INVALID(422, "The code is wrong, was used before or is too old"),
  TWO_FACTOR_ON(409, "Two-factor sign-in is already on"),
  TWO_FACTOR_OFF(409, "Two-factor sign-in is not on"),
  TWO_FACTOR_REQUIRED(409, "The dealership requires two-factor sign-in"),
  SESSION_NOT_FOUND(404, "No such session"),
  API_KEY_NOT_FOUND(404, "No such API key"),
  VERSION_CONFLICT(412, "Somebody has changed this since it was read; read it again"),
  NOTICE_NOT_FOUND(404, "You have no such notice"),
  WEBHOOK_NOT_FOUND(404, "No such web hook"),
  DELIVERY_NOT_FOUND(404, "No such delivery of this web hook"),
  WEBHOOK_DISABLED(409, "The web hook is not active"),
  NOT_FOUND(404, "No such resource"),
  METHOD_NOT_ALLOWED(405, "This method is not supported here"),
  NOT_ACCEPTABLE(406, "The answer has no form that the client accepts"),
  UNSUPPORTED_MEDIA_TYPE(415, "This media type is not supported"),
  PAYLOAD_TOO_LARGE(413, "The request is too large"),
  RATE_LIMITED(429, "Too many requests"),
  STORAGE_FULL(507, "There is no room left to store this"),
  SERVICE_UNAVAILABLE(503, "A part of the system is not available; try again"),
  INTERNAL_ERROR(500, "Something went wrong on our side");

  private final int status;
  private final String title;

  ErrorCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** HTTP status of every answer with this code. */
  public int status() {
    return status;
  }

  /** One safe sentence for people; says nothing of the request. */
  public String title() {
    return title;
  }

  /** The RFC 9457 {@code type}: stable, and not meant to be opened. */
  public String type() {
    return "urn:lotview:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
