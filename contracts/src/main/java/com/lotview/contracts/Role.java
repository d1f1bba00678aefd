package com.lotview.contracts;

import static com.lotview.contracts.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** A person's role in a dealership and what it permits (product document, section 7.2). */
public enum Role {
  /** General manager: everything. */
  GM(EnumSet.allOf(Permission.class)),
  /** Vehicles, postings, listing texts; sees and validates Facebook accounts. */
  SALES_MANAGER(
      EnumSet.of(
          VEHICLES_READ,
          VEHICLES_WRITE,
          POSTINGS_CREATE,
          POSTINGS_READ,
          POSTINGS_CANCEL,
          POSTINGS_REMOVE,
          POSTINGS_BULK,
          POSTINGS_RESOLVE,
          FB_ACCOUNTS_READ,
          FB_ACCOUNTS_VALIDATE,
          LISTINGS_GENERATE)),
  /** Posts vehicles and sees what became of it. */
  SALESPERSON(
      EnumSet.of(
          VEHICLES_READ, POSTINGS_CREATE, POSTINGS_READ, POSTINGS_CANCEL, LISTINGS_GENERATE));

  // Not changed after construction; Set.copyOf would lose the enum set.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }
}
