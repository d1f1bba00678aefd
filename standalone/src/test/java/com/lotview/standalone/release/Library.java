package com.lotview.standalone.release;

/**
 * Somebody else's library in what is shipped.
 *
 * @param name {@code group:artifact}, or the name of an npm package
 * @param licence SPDX identifier; as the library names it, if there is none
 */
record Library(String name, String version, String licence) {

  String row() {
    return "| `%s` | %s | %s |".formatted(name, version, licence);
  }
}
