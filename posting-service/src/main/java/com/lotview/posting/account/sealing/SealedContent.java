package com.lotview.posting.account.sealing;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.hash.Sha256;
import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Sealer;
import com.lotview.posting.texts.DealerTexts;
import java.util.Base64;
import java.util.OptionalInt;

/**
 * A sealed session as it is delivered. Only its form can be checked here: what is in it, and for
 * whom it is sealed, is known where it is opened.
 *
 * @param text base64
 */
public record SealedContent(long keyId, String text) {
  private static final String FIELD = "sealedSession";

  /** Key id, encapsulated key, and the tag of an empty content. */
  private static final int SHORTEST = 5 + 32 + 16;

  /**
   * Checks the form.
   *
   * @throws RefusalException {@code SEAL_KEY_RETIRED} if no key of the fleet has that id
   */
  SealedContent checked(Sealer fleet) {
    OptionalInt sealedWith = Keysets.keyOf(text);
    if (sealedWith.isEmpty() || Base64.getDecoder().decode(text).length <= SHORTEST) {
      throw RefusalException.invalid(FIELD, DealerTexts.NOT_SEALED);
    }
    if (Integer.toUnsignedLong(sealedWith.getAsInt()) != keyId) {
      throw RefusalException.invalid("keyId", "is not the key that sealed the session");
    }
    if (!fleet.knows(sealedWith.getAsInt())) {
      throw new RefusalException(ErrorCode.SEAL_KEY_RETIRED, ErrorCode.SEAL_KEY_RETIRED.title());
    }
    return this;
  }

  byte[] mark() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "SealedContent[key=" + keyId + "]";
  }
}
