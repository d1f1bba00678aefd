package com.lotview.auth.registration;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Stores registrations by the hash of their token. All but {@link #use} need the system. */
public interface RegistrationStore {
  /** Adds a registration, by the hashes of its token and of the address that asked. */
  Mono<Void> add(NewRegistration registration, byte[] token, byte[] origin);

  /** How many registrations of the e-mail there were since then. */
  Mono<Long> countOfEmail(String email, Instant since);

  /** How many registrations came from the origin since then. */
  Mono<Long> countOfOrigin(byte[] origin, Instant since);

  /** Deletes registrations of before that time. */
  Mono<Void> forget(Instant before);

  /** The registration, if its link still opens. */
  Mono<Found> find(byte[] hash, Instant now);

  /**
   * Redeems the link, in the transaction of the new dealership: true for one caller only, and only
   * if it is still valid.
   */
  Mono<Boolean> use(byte[] hash, Instant now);

  /** A registration to store. */
  record NewRegistration(UUID dealershipId, Applicant applicant, Instant at, Instant expiresAt) {}

  /** A stored registration. */
  record Found(UUID dealershipId, Applicant applicant) {}
}
