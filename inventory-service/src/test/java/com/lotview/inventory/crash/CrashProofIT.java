package com.lotview.inventory.crash;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** kill -9 at each kind of step of an import, and of a feed's run. */
@Tag("servers")
@Tag("proof")
class CrashProofIT extends CrashTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "it is claimed | import_job | update | new.state = 'RUNNING' and old.state = 'WAITING'",
        "the file was read | import_job | update | new.row_count > 0 and old.row_count = 0",
        "the first row | vehicle | update | new.stock_number = 'K0001' and new.price = 2000000",
        "a new vehicle | vehicle | insert | new.stock_number = 'K0350'",
        "the report's rows | import_row | insert | new.line > 450",
        "the position | import_job | update | new.position >= 400",
        "the last position | import_job | update | new.position >= 600 and old.position < 600",
        "the archiving | vehicle | update | new.status = 'ARCHIVED'",
        "what vanished | vanished_vehicle | insert | true",
        "its end | import_job | update | new.state = 'DONE' and new.row_count = 600",
        "its last event | outbox | insert | new.type = 'audit.recorded'"
      })
  void anImport(String point, String table, String change, String fits) throws Exception {
    anImportSurvives(at(table, change, fits));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "it begins | stock_feed_run | insert | true",
        "it is claimed | stock_feed_run | update | new.attempt > old.attempt",
        "its import is noted | import_job | insert | new.background",
        "it has the file | stock_feed_run | update | new.state = 'IMPORTING'",
        "its import is claimed | import_job | update | new.state = 'RUNNING' and old.state = 'WAITING'",
        "a batch | import_job | update | new.position >= 400",
        "its import ends | import_job | update | new.state = 'DONE' and new.row_count = 600",
        "it ends | stock_feed_run | update | new.state = 'DONE'",
        "its feed is judged | stock_feed | update | new.row_count = 600"
      })
  void aFeed(String point, String table, String change, String fits) throws Exception {
    aFeedSurvives(at(table, change, fits));
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 10_000})
  void aFeedWhoseAnswerHasSentOnly(int bytes) throws Exception {
    aFeedSurvives(inAnswer(bytes));
  }
}
