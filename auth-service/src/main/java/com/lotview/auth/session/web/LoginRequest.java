package com.lotview.auth.session.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Body of a login. */
record LoginRequest(
    @NotBlank @Size(max = 320) String email, @NotBlank @Size(max = 256) String password) {

  @Override
  public String toString() {
    return "LoginRequest[***]";
  }
}
