package com.lotview.contracts;

import static com.lotview.contracts.Permission.*;

import java.util.Collections;
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
          VEHICLES_SUGGEST,
          VEHICLES_COSTS,
          POSTINGS_CREATE,
          POSTINGS_READ,
          POSTINGS_CANCEL,
          POSTINGS_REMOVE,
          POSTINGS_BULK,
          POSTINGS_APPROVE,
          POSTINGS_RESOLVE,
          FB_ACCOUNTS_CHOOSE,
          FB_ACCOUNTS_READ,
          FB_ACCOUNTS_SHARE,
          FB_ACCOUNTS_VALIDATE,
          LISTINGS_GENERATE,
          NUMBERS_READ)),
  /** Posts vehicles and sees what became of it. */
  SALESPERSON(
      EnumSet.of(
          VEHICLES_READ,
          VEHICLES_SUGGEST,
          POSTINGS_CREATE,
          POSTINGS_READ,
          POSTINGS_CANCEL,
          FB_ACCOUNTS_CHOOSE,
          LISTINGS_GENERATE));

  // Not changed after construction; Set.copyOf would lose the enum set.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }

  /** All that the role permits. */
  public Set<Permission> permissions() {
    return Collections.unmodifiableSet(permissions);
  }
}
