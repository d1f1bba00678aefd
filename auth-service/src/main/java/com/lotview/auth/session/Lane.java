package com.lotview.auth.session;

import com.lotview.kit.hash.Sha256;

/**
 * A combination for which failed sign-ins are counted.
 *
 * @param name identifies it; contains the e-mail, so only its hash is stored
 * @param tries failures that lock the lane
 */
public record Lane(String name, int tries) {
  /** One e-mail from one device that it signed in from before. */
  static Lane ofDevice(String email, String device) {
    return new Lane("device " + device + " " + email, 5);
  }

  /** One e-mail from one address. */
  static Lane ofAddress(String email, String address) {
    return new Lane("address " + address + " " + email, 5);
  }

  /** One e-mail from all addresses and devices that it never signed in from. */
  static Lane ofStrangers(String email) {
    return new Lane("strangers " + email, 20);
  }

  /** All e-mails from one address that none of them signed in from. */
  static Lane ofStranger(String address) {
    return new Lane("stranger " + address, 50);
  }

  /** Hash of the name. */
  byte[] key() {
    return Sha256.of(name);
  }

  @Override
  public String toString() {
    return "Lane[***]";
  }
}
