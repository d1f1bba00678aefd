package com.lotview.faults.judge;

import com.lotview.faults.system.Stand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The history of one order, from the tables and the site's ledger. From LotView itself only the
 * posting's state is used; the ledger decides how often it was published.
 *
 * @param explanation the reason shown to the person; null if none
 * @param since when the posting came into its state
 * @param waiting whether any job of it waits or runs
 * @param resumedAt the first sign of work after the fault
 * @param live ids of the account's listings at the site that buyers can see
 * @param deleted ids of those that were taken down
 */
public record History(
    String status,
    @Nullable String explanation,
    @Nullable String listing,
    Instant since,
    boolean waiting,
    @Nullable Instant resumedAt,
    List<Try> tries,
    List<String> live,
    List<String> deleted) {

  /** One run of a worker. */
  record Try(
      String purpose,
      @Nullable Instant intentAt,
      @Nullable Instant clickedAt,
      @Nullable String ending) {}

  long intents() {
    return tries.stream().filter(each -> each.intentAt() != null).count();
  }

  long clicks() {
    return tries.stream().filter(each -> each.clickedAt() != null).count();
  }

  /** Reads it. */
  public static History of(Connection connection, Stand stand, JsonNode ledger)
      throws SQLException {
    Reader reader = new Reader(connection, stand.posting());
    return new History(
        reader.text("select status from posting.posting where id = ?::uuid"),
        reader.textOrNull("select error_message from posting.posting where id = ?::uuid"),
        reader.textOrNull("select fb_listing_id from posting.posting where id = ?::uuid"),
        reader.since(),
        reader.waiting(),
        reader.after(stand.struckAt()),
        reader.tries(),
        shown(ledger.path("listings")),
        ids(ledger.path("deleted")));
  }

  // The ledger keeps what the site rejected or its owner marked as sold.
  private static List<String> shown(JsonNode listings) {
    return listings
        .valueStream()
        .filter(each -> !each.path("notice").asString("").equals("rejected"))
        .filter(each -> !each.path("sold").asBoolean(false))
        .map(each -> each.path("id").asString())
        .toList();
  }

  private static List<String> ids(JsonNode listings) {
    return listings.valueStream().map(each -> each.path("id").asString()).toList();
  }

  private record Reader(Connection connection, String posting) {

    private String text(String sql) throws SQLException {
      String text = textOrNull(sql);
      return text == null ? "" : text;
    }

    private @Nullable String textOrNull(String sql) throws SQLException {
      try (PreparedStatement question = connection.prepareStatement(sql)) {
        question.setString(1, posting);
        try (ResultSet answer = question.executeQuery()) {
          return answer.next() ? answer.getString(1) : null;
        }
      }
    }

    private @Nullable Instant time(String sql, @Nullable Instant bound) throws SQLException {
      try (PreparedStatement question = connection.prepareStatement(sql)) {
        question.setString(1, posting);
        if (bound != null) {
          question.setTimestamp(2, Timestamp.from(bound));
        }
        try (ResultSet answer = question.executeQuery()) {
          return answer.next() ? instant(answer, 1) : null;
        }
      }
    }

    private Instant since() throws SQLException {
      Instant at =
          time(
              "select max(at) from posting.posting_event where type = 'STATE'"
                  + " and posting_id = ?::uuid",
              null);
      return at == null ? Instant.EPOCH : at;
    }

    private boolean waiting() throws SQLException {
      String jobs =
          """
          select 1 from fleet.job where job_id like 'posting:' || ? || ':%' and state <> 'DONE'
          """;
      String turns = "select 1 from posting.dispatch where job_id::text = ?";
      return textOrNull(jobs) != null || textOrNull(turns) != null;
    }

    private @Nullable Instant after(Instant fault) throws SQLException {
      return time(
          """
          select min(coalesce(s.reached_at, r.started_at))
          from fleet.run r left join fleet.step s using (dealership_id, run_id)
          where r.job_id like 'posting:' || ? || ':%'
            and coalesce(s.reached_at, r.started_at) > ?
          """,
          fault);
    }

    private List<Try> tries() throws SQLException {
      List<Try> tries = new ArrayList<>();
      try (PreparedStatement question =
          connection.prepareStatement(
              """
              select purpose, intent_at, clicked_at, ending from fleet.run
              where job_id like 'posting:' || ? || ':%' order by started_at
              """)) {
        question.setString(1, posting);
        try (ResultSet answer = question.executeQuery()) {
          while (answer.next()) {
            tries.add(
                new Try(
                    answer.getString(1),
                    instant(answer, 2),
                    instant(answer, 3),
                    answer.getString(4)));
          }
        }
      }
      return tries;
    }

    private static @Nullable Instant instant(ResultSet answer, int column) throws SQLException {
      Timestamp time = answer.getTimestamp(column);
      return time == null ? null : time.toInstant();
    }
  }
}
