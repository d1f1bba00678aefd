package com.lotview.faults.blow;

import com.lotview.faults.system.Records;
import com.lotview.faults.system.Stand;
import com.lotview.faults.system.Stock;
import com.lotview.faults.system.Stock.Offer;
import com.lotview.standalone.client.ApiClient.Answer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;

/** The faults without a single place. */
final class Drills {
  private static final int TIMES = 10;
  private static final int CLICKS = 50;
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private Drills() {}

  /** Sends the job's record ten more times while the job is in progress. */
  static Cell.Drill repeatRequest() {
    return stand -> {
      stand.ordered(stand.scene().stock().order(stand.offer()));
      Records records = new Records(stand.scene().system());
      List<String> topic = List.of(com.lotview.contracts.Topics.POSTING_REQUESTED);
      Awaitility.await("the job's record")
          .atMost(TIMEOUT)
          .until(() -> !records.of(stand.posting(), topic).isEmpty());
      stand.struck();
      records.again(records.of(stand.posting(), topic), TIMES, new Random(1));
    };
  }

  /** Sends every record of a posting ten more times, out of order, after its end. */
  static Cell.Drill repeatAll() {
    return stand -> {
      stand.ordered(stand.scene().stock().order(stand.offer()));
      Awaitility.await("the posting is live")
          .atMost(TIMEOUT)
          .until(() -> status(stand).equals("POSTED"));
      Records records = new Records(stand.scene().system());
      stand.struck();
      records.again(
          records.of(stand.posting(), Records.topics()),
          TIMES,
          new Random(stand.scene().rules().seed()));
    };
  }

  static String status(Stand stand) throws SQLException {
    try (Connection connection = stand.scene().system().superuser();
        PreparedStatement question =
            connection.prepareStatement("select status from posting.posting where id = ?::uuid")) {
      question.setString(1, stand.posting());
      try (ResultSet answer = question.executeQuery()) {
        return answer.next() ? answer.getString(1) : "";
      }
    }
  }

  /** Fifty clicks on "post" at once. */
  static Cell.Drill clickFifty(Map<String, String> headers) {
    return stand -> {
      stand.struck();
      List<Answer> answers = together(stand, headers);
      List<String> ids =
          answers.stream()
              .filter(Answer::ok)
              .map(answer -> answer.content().get("id").asString())
              .distinct()
              .toList();
      List<Integer> statuses = answers.stream().map(Answer::status).distinct().sorted().toList();
      long accepted = answers.stream().filter(Answer::ok).count();
      stand.note(accepted + " of " + CLICKS + " accepted, statuses " + statuses);
      if (ids.size() != 1 || !Set.of(202, 409).containsAll(statuses)) {
        throw new IllegalStateException("postings " + ids + ", " + stand.note());
      }
      stand.ordered(ids.getFirst());
    };
  }

  private static List<Answer> together(Stand stand, Map<String, String> headers) throws Exception {
    Stock stock = stand.scene().stock();
    Offer offer = stand.offer();
    stock.api();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answer>> clicks = new ArrayList<>();
      for (int i = 0; i < CLICKS; i++) {
        clicks.add(() -> stock.order(offer, headers));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> click : people.invokeAll(clicks)) {
        answers.add(click.get());
      }
      return answers;
    }
  }
}
