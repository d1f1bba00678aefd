package com.lotview.auth.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs, and keys that only check: the next one, before it signs, and the last one,
 * until the tokens that it signed have expired. All are published.
 */
public final class SigningKeys {
  private final SigningKey signing;
  private final List<SigningKey> all;

  private SigningKeys(SigningKey signing, List<SigningKey> all) {
    this.signing = signing;
    this.all = all;
  }

  /** Reads the keys; fails as {@link SigningKey#parse} does. */
  public static SigningKeys of(TokenProperties properties) {
    SigningKey signing = SigningKey.parse("JWT_PRIVATE_KEY", properties.privateKey());
    Stream<SigningKey> others =
        properties.otherKeys().stream()
            .map(String::strip)
            .filter(key -> !key.isEmpty())
            .map(key -> SigningKey.parse("JWT_OTHER_KEYS", key));
    return new SigningKeys(signing, Stream.concat(Stream.of(signing), others).toList());
  }

  /** The public key of this name. */
  public Optional<JWK> find(@Nullable String kid) {
    return all.stream()
        .<JWK>map(one -> one.key().toPublicJWK())
        .filter(key -> key.getKeyID().equals(kid))
        .findFirst();
  }

  /** The published key set, as JSON. */
  public String jwks() {
    return new JWKSet(all.stream().<JWK>map(SigningKey::key).toList()).toPublicJWKSet().toString();
  }

  RSAKey signing() {
    return signing.key();
  }
}
