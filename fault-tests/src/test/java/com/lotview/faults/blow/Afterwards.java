package com.lotview.faults.blow;

import com.lotview.faults.system.Scene;
import com.lotview.faults.system.Stand;
import com.lotview.faults.system.Stock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * What becomes of a listing after the posting is live: the site or the account's owner changes it,
 * and LotView is to notice by itself. The daily look is made due at once, and the wait between two
 * looks that miss a listing is shortened, both in the tables. The pages are shown plainly: one in
 * an unknown language proves nothing, and such a listing would be looked for without an end.
 */
final class Afterwards {
  // From the moment the site has stored the listing; by then the posting is POSTED.
  private static final int CHANGED_AFTER_SECONDS = 40;
  private static final Duration TIMEOUT = Duration.ofMinutes(8);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private Afterwards() {}

  /**
   * Posts, has the listing changed, and waits until the timeline says so.
   *
   * @param change as the sandbox calls it
   * @param text of the sandbox's fault; empty for none
   * @param told how the line of the timeline begins
   */
  static Cell.Drill changes(String change, String text, String told) {
    return stand -> {
      Stock stock = stand.scene().stock();
      stock.showPlainly(stand.offer());
      Map<String, Object> fault = new HashMap<>();
      fault.put("kind", change);
      fault.put("times", 1);
      fault.put("seconds", CHANGED_AFTER_SECONDS);
      if (!text.isEmpty()) {
        fault.put("text", text);
      }
      stock.misbehave(fault, stand.offer().siteAccount());
      stand.ordered(stock.order(stand.offer()));
      Awaitility.await("the posting is live")
          .atMost(TIMEOUT)
          .until(() -> Drills.status(stand).equals("POSTED"));
      stand.struck();
      Awaitility.await("a look finds the change")
          .atMost(TIMEOUT)
          .pollInterval(BETWEEN_LOOKS)
          .until(() -> {
            lookAgain(stand);
            return says(stand, told);
          });
    };
  }

  private static void lookAgain(Stand stand) {
    Scene scene = stand.scene();
    scene.sql(
        "update posting.listing_sight set at = at - interval '11 minutes' where state = 'ABSENT'"
            + " and posting_id = '%s'".formatted(stand.posting()));
    scene.sql(
        "update posting.listing_watch set next_at = now() where next_at > now()"
            + " and fb_account_id = '%s'".formatted(stand.offer().account()));
  }

  private static boolean says(Stand stand, String told) throws SQLException {
    try (Connection connection = stand.scene().system().superuser();
        PreparedStatement question =
            connection.prepareStatement(
                "select 1 from posting.posting_event where posting_id = ?::uuid"
                    + " and message like ? || '%'")) {
      question.setString(1, stand.posting());
      question.setString(2, told);
      return question.executeQuery().next();
    }
  }
}
