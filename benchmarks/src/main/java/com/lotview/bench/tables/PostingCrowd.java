package com.lotview.bench.tables;

import java.sql.SQLException;
import java.util.Map;

/**
 * Waiting postings of many accounts of many dealerships, 50 each. Seven in ten are scheduled for
 * later; two in ten are due on accounts that have used up their hour; one in twenty is due on an
 * account that rests, and one in twenty on an account that is busy.
 */
public final class PostingCrowd {
  private static final int PER_ACCOUNT = 50;
  private static final int PER_DEALERSHIP = 100;
  private static final String KIND_OF_ACCOUNT = "g.n % 20";
  private static final String DUE =
      "case when g.n %% 20 < 14 then date_trunc('day', now()) + interval '2 days' + %1$s * interval '1 hour'"
          + " else date_trunc('minute', now()) - interval '1 minute' + %1$s * interval '1 ms' end";

  private final BenchDatabase database;
  private final String template;
  private final String account;
  private int accounts;

  /**
   * @param account that the crowd's accounts are copies of
   * @param template a posting that waits for a time far away, which the others are copies of
   */
  public PostingCrowd(BenchDatabase database, String account, String template) {
    this.database = database;
    this.account = account;
    this.template = template;
  }

  /** Lets the crowd grow to so many, and waits until the dispatcher has polled all of it. */
  public void growTo(int postings) throws SQLException, InterruptedException {
    int wanted = Math.ceilDiv(postings, PER_ACCOUNT);
    if (wanted <= accounts) {
      return;
    }
    database.change("set synchronous_commit = off");
    database.change("drop table if exists crowd");
    database.change(
        "create temporary table crowd as select n, md5('account' || n)::uuid as id,"
            + " md5('dealership' || n / ?)::uuid as dealership"
            + " from generate_series(?, ?) n",
        PER_DEALERSHIP,
        accounts,
        wanted - 1);
    addAccounts();
    addPostings();
    addPastPosts();
    for (String table :
        new String[] {"fb_account", "account_slot", "posting", "dispatch", "post_slot"}) {
      database.change("analyze posting." + table);
    }
    database.change("set synchronous_commit = on");
    accounts = wanted;
    awaitRest();
  }

  private void addAccounts() throws SQLException {
    addAccountRows();
    addSlots();
  }

  private void addAccountRows() throws SQLException {
    database.copy(
        "posting.fb_account",
        "t.id = '" + account + "'",
        Map.of(
            "id",
            "g.id",
            "dealership_id",
            "g.dealership",
            "label",
            "'Crowd ' || g.n",
            "identity_hash",
            "g.id::text",
            "account_ref",
            "g.id::text"),
        "crowd g");
  }

  private void addSlots() throws SQLException {
    database.copy(
        "posting.account_slot",
        "t.fb_account_id = '" + account + "'",
        Map.of(
            "fb_account_id",
            "g.id",
            "dealership_id",
            "g.dealership",
            "open",
            KIND_OF_ACCOUNT + " <> 18",
            "next_look",
            DUE.formatted("1"),
            "busy_job",
            "case when " + KIND_OF_ACCOUNT + " = 19 then g.id end",
            "busy_attempt",
            "case when " + KIND_OF_ACCOUNT + " = 19 then 1 end"),
        "crowd g");
  }

  private void addPostings() throws SQLException {
    String each = "(crowd g cross join generate_series(1, " + PER_ACCOUNT + ") k)";
    String id = "md5('posting' || g.n || ' ' || k)::uuid";
    addPostingRows(each, id);
    addJobs(each, id);
  }

  private void addPostingRows(String each, String id) throws SQLException {
    database.copy(
        "posting.posting",
        "t.id = '" + template + "'",
        Map.of(
            "id",
            id,
            "dealership_id",
            "g.dealership",
            "fb_account_id",
            "g.id",
            "vehicle_id",
            id,
            "marker",
            "'LV-C' || g.n || '-' || k"),
        each);
  }

  private void addJobs(String each, String id) throws SQLException {
    database.copy(
        "posting.dispatch",
        "t.job_id = '" + template + "'",
        Map.of(
            "job_id",
            id,
            "dealership_id",
            "g.dealership",
            "fb_account_id",
            "g.id",
            "due_at",
            DUE.formatted("k")),
        each);
  }

  private void addPastPosts() throws SQLException {
    database.change(
        "insert into posting.post_slot (dealership_id, fb_account_id, posting_id, attempt, at)"
            + " select g.dealership, g.id, md5('past' || g.n || ' ' || k)::uuid, 1, now()"
            + " from crowd g cross join generate_series(1, 5) k where "
            + KIND_OF_ACCOUNT
            + " between 14 and 17");
  }

  // The dispatcher polls each account over its limit once, and stores the time of the next poll.
  private void awaitRest() throws SQLException, InterruptedException {
    database.await(
        "select not exists (select from posting.account_slot"
            + " where next_look <= now() and open and busy_job is null)");
  }
}
