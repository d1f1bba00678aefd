package com.lotview.standalone.client;

/** Why the command cannot go on, in a sentence for the person who started it. */
public final class ClientException extends RuntimeException {
  public ClientException(String sentence) {
    super(sentence, null, false, false);
  }
}
