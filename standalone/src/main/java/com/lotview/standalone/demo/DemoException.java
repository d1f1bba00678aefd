package com.lotview.standalone.demo;

/** Why the command cannot go on, in a sentence for the person who started it. */
public final class DemoException extends RuntimeException {
  public DemoException(String sentence) {
    super(sentence, null, false, false);
  }
}
