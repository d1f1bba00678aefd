package com.lotview.posting.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a job of the fleet is for. Events and tables keep older names, mapped only here; the two
 * kinds of check share one name in events.
 */
public enum JobKind {
  /** Makes a listing; the only kind that the posting limits count. */
  POST("POST", "posting"),
  /** Removes a listing. */
  REMOVE("REMOVE", "removal"),
  /** Changes a listing's price in place. */
  EDIT_PRICE("EDIT", "edit"),
  /** Checks whether the account's session still works. */
  CHECK_SESSION("VALIDATE", "check"),
  /** Compares the account's form with its map; checks the session on the way. */
  CHECK_FORM("VALIDATE", "form"),
  /** Shows an account's owner a browser to sign in; does not wait for the account's turn. */
  SIGN_IN("SIGN_IN", "sign-in"),
  /**
   * Reads the account's listings and changes nothing; every other job of the account goes first.
   */
  LOOK("LOOK", "look"),
  /** Renews a listing that the site offers to renew. */
  RENEW("RENEW", "renewal");

  private final String published;
  private final String prefix;

  JobKind(String published, String prefix) {
    this.published = published;
    this.prefix = prefix + ":";
  }

  /** Whether the account's limits count it. */
  public boolean isLimited() {
    return this == POST;
  }

  /** The name in events. */
  public String published() {
    return published;
  }

  /** The name in tables. */
  public String stored() {
    return this == CHECK_FORM ? name() : published;
  }

  /** The start of its job ids; unlike the name in events, different for each kind. */
  String prefix() {
    return prefix;
  }

  /** The kind of that name in tables. */
  public static JobKind ofStored(String name) {
    for (JobKind kind : values()) {
      if (kind.stored().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of job is stored as " + name);
  }

  /**
   * The kind of a job in an event.
   *
   * @param name null in events from before there were other kinds than POST
   */
  public static JobKind ofPublished(@Nullable String name, String jobId) {
    if (name == null) {
      return POST;
    }
    if (name.equals(CHECK_FORM.published) && jobId.startsWith(CHECK_FORM.prefix)) {
      return CHECK_FORM;
    }
    for (JobKind kind : values()) {
      if (kind.published.equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("No kind of job is published as " + name);
  }
}
