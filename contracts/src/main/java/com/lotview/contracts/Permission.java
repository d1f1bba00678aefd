package com.lotview.contracts;

/** What a role may do; the value is the product document's name of the permission (section 7.2). */
public enum Permission {
  VEHICLES_READ("vehicles.read"),
  VEHICLES_WRITE("vehicles.write"),
  VEHICLES_ARCHIVE("vehicles.archive"),
  POSTINGS_CREATE("postings.create"),
  POSTINGS_READ("postings.read"),
  POSTINGS_CANCEL("postings.cancel"),
  POSTINGS_REMOVE("postings.remove"),
  POSTINGS_BULK("postings.bulk"),
  POSTINGS_RESOLVE("postings.resolve"),
  FB_ACCOUNTS_READ("fb-accounts.read"),
  FB_ACCOUNTS_VALIDATE("fb-accounts.validate"),
  FB_ACCOUNTS_CONNECT("fb-accounts.connect"),
  LISTINGS_GENERATE("listings.generate"),
  USERS_MANAGE("users.manage"),
  DEALERSHIP_MANAGE("dealership.manage");

  private final String value;

  Permission(String value) {
    this.value = value;
  }

  public String value() {
    return value;
  }
}
