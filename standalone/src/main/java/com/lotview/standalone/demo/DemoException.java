package com.lotview.standalone.demo;

/** Why the demo cannot go on, in a sentence for the person who started it. */
final class DemoException extends RuntimeException {
  DemoException(String sentence) {
    super(sentence, null, false, false);
  }
}
