package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a process writes its log. */
class LogFileTest {
  @TempDir Path folder;

  @Test
  void theNamedFileIsWritten() throws Exception {
    Path file = folder.resolve("one.log");
    System.setProperty("lotview.log", file.toString());
    LoggerContext context = new LoggerContext();
    try {
      root(context).info("Written");
    } finally {
      System.clearProperty("lotview.log");
      context.stop();
    }
    assertThat(Files.readString(file)).contains("Written");
  }

  /** A default such as /dev/null would be renamed, like a full log, by a process of root. */
  @Test
  void withoutANameNoFileIsOpened() throws Exception {
    LoggerContext context = new LoggerContext();
    assertThat(root(context).iteratorForAppenders().hasNext()).isFalse();
    String settings =
        Files.readString(Path.of("src/main/resources/logback.xml"))
            .replaceAll("(?s)<!--.*?-->", "");
    assertThat(settings).doesNotContain("/dev/");
    context.stop();
  }

  private static Logger root(LoggerContext context) throws JoranException {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    context.setMDCAdapter(new LogbackMDCAdapter());
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.iteratorForAppenders()
        .forEachRemaining(one -> assertThat(one).isInstanceOf(FileAppender.class));
    return root;
  }
}
