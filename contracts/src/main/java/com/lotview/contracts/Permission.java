package com.lotview.contracts;

import java.util.Optional;
import java.util.stream.Stream;

/** What a role may do; the value is the product document's name of the permission (section 7.2). */
public enum Permission {
  VEHICLES_READ("vehicles.read"),
  VEHICLES_WRITE("vehicles.write"),
  /** Suggests a vehicle that is not in the inventory, for somebody who may add it. */
  VEHICLES_SUGGEST("vehicles.suggest"),
  VEHICLES_ARCHIVE("vehicles.archive"),
  /** Sees what a vehicle cost the dealership, and its internal notes. */
  VEHICLES_COSTS("vehicles.costs"),
  POSTINGS_CREATE("postings.create"),
  POSTINGS_READ("postings.read"),
  POSTINGS_CANCEL("postings.cancel"),
  POSTINGS_REMOVE("postings.remove"),
  POSTINGS_BULK("postings.bulk"),
  /** Says yes or no to postings that wait for it; one's own go without. */
  POSTINGS_APPROVE("postings.approve"),
  POSTINGS_RESOLVE("postings.resolve"),
  /** Sees which accounts a posting can go through: id, label, state. */
  FB_ACCOUNTS_CHOOSE("fb-accounts.choose"),
  FB_ACCOUNTS_READ("fb-accounts.read"),
  /** Decides who may post through an account. */
  FB_ACCOUNTS_SHARE("fb-accounts.share"),
  FB_ACCOUNTS_VALIDATE("fb-accounts.validate"),
  FB_ACCOUNTS_CONNECT("fb-accounts.connect"),
  LISTINGS_GENERATE("listings.generate"),
  /** Sees the numbers of a month, by person, account and vehicle. */
  NUMBERS_READ("numbers.read"),
  USERS_MANAGE("users.manage"),
  DEALERSHIP_MANAGE("dealership.manage"),
  WEBHOOKS_MANAGE("webhooks.manage"),
  AUDIT_READ("audit.read");

  private final String value;

  Permission(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }

  /** The permission with this value; empty if there is none. */
  public static Optional<Permission> find(String value) {
    return Stream.of(values()).filter(one -> one.value.equals(value)).findFirst();
  }
}
