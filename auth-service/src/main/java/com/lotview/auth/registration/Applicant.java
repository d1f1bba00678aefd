package com.lotview.auth.registration;

import com.lotview.auth.account.NewDealership;

/**
 * A dealership to be, and who will lead it.
 *
 * @param email in lower case
 */
public record Applicant(String email, String firstName, String lastName, NewDealership dealership) {

  @Override
  public String toString() {
    return "Applicant[***]";
  }
}
