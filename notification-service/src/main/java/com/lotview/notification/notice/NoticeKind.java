package com.lotview.notification.notice;

import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import java.util.List;
import java.util.stream.Stream;

/** Kinds of notices. A name is API: never renamed. */
public enum NoticeKind {
  /** A posting failed and is not tried again. */
  POSTING_FAILED(Permission.POSTINGS_RESOLVE, true),
  /** A person must look whether a posting, or a change of a listing, took effect. */
  REVIEW_NEEDED(Permission.POSTINGS_RESOLVE, true),
  /** A removal or a new price of a live listing failed and is not tried again. */
  CHANGE_FAILED(Permission.POSTINGS_REMOVE, true),
  /** A Facebook account is signed out or blocked. */
  LOGIN_NEEDED(Permission.FB_ACCOUNTS_READ, true),
  /** A job waits, for some minutes, for the account's owner. */
  OWNER_WANTED(Permission.FB_ACCOUNTS_CONNECT, true),
  /** Removals of an import wait for a decision. */
  REMOVALS_HELD(Permission.POSTINGS_REMOVE, true),
  /** The site took a listing down. */
  LISTING_REJECTED(Permission.POSTINGS_RESOLVE, true),
  /** A listing is gone, and LotView did not remove it. */
  LISTING_REMOVED(Permission.POSTINGS_RESOLVE, false),
  /** No worker is available; postings wait. */
  FLEET_AWAY(Permission.DEALERSHIP_MANAGE, false),
  /** A web hook failed for days and is no longer called. */
  WEBHOOK_DISABLED(Permission.WEBHOOKS_MANAGE, true),
  /** A stock feed does not come, cannot be read, or has lost more than half of its vehicles. */
  STOCK_FEED_TROUBLE(Permission.VEHICLES_WRITE, true),
  /** A stock feed has recovered. */
  STOCK_FEED_WELL(Permission.VEHICLES_WRITE, true);

  private final Permission permission;
  private final boolean mailed;

  NoticeKind(Permission permission, boolean mailed) {
    this.permission = permission;
    this.mailed = mailed;
  }

  /** Names of the roles that get the notice, independent of who placed the order. */
  public List<String> roles() {
    return Stream.of(Role.values())
        .filter(role -> role.permits(permission))
        .map(Role::name)
        .toList();
  }

  /** Whether it is mailed to people who have set no preference. The app always shows it to them. */
  public boolean mailed() {
    return mailed;
  }
}
