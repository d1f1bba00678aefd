package com.lotview.inventory.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreadableFileExceptionTest {
  @Test
  void reasonThatQuotesALongLine_isCut() {
    assertThat(new UnreadableFileException("found " + "x".repeat(8_000_000)).getMessage())
        .hasSize(501)
        .startsWith("found x")
        .endsWith("…");
    assertThat(new UnreadableFileException("is empty")).hasMessage("is empty");
  }
}
