package com.lotview.auth.token.web;

import com.lotview.auth.token.SigningKeys;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys that verify tokens. */
@RestController
class JwksController {
  private static final Duration CACHE = Duration.ofMinutes(5);

  private final String jwks;

  JwksController(SigningKeys keys) {
    this.jwks = keys.jwks();
  }

  @GetMapping("/.well-known/jwks.json")
  ResponseEntity<String> jwks() {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(CACHE).cachePublic())
        .body(jwks);
  }
}
