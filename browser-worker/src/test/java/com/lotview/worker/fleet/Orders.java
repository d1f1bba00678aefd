package com.lotview.worker.fleet;

import com.lotview.contracts.EventTypes;
import com.lotview.contracts.Topics;
import com.lotview.testkit.EventContract;
import com.lotview.worker.fleet.job.JobKind;
import com.lotview.worker.fleet.job.PostingOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders made of the published example, with ids of their own. */
public final class Orders {
  private static final JsonMapper JSON = new JsonMapper();

  private Orders() {}

  /** The body of an event that orders another kind of job for the account of that name. */
  public static String change(JobKind kind, String account, int deadlineSeconds) {
    ObjectNode order = (ObjectNode) JSON.readTree(body(account, deadlineSeconds, List.of()));
    String task = UUID.randomUUID().toString();
    order.put("kind", kind.name());
    order.put("taskId", task);
    order.put("jobId", kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + task + ":1");
    if (kind == JobKind.VALIDATE) {
      order.remove(List.of("postingId", "vehicleId", "marker", "listing", "photos"));
      return order.toString();
    }
    order.putObject("live").put("listingId", "77").put("listingUrl", "https://site/item/77");
    if (kind == JobKind.REMOVE) {
      order.put("removal", "DELETE");
    }
    return order.toString();
  }

  /** An order for the account of that name, without photos. */
  public static PostingOrder order(String account) {
    return JSON.readValue(body(account, 300, List.of()), PostingOrder.class);
  }

  /** The body of an event that orders a post. */
  public static String body(String account, int deadlineSeconds, List<PostingOrder.Photo> photos) {
    UUID posting = UUID.randomUUID();
    String marker = "LV-" + posting.toString().substring(0, 5).toUpperCase(java.util.Locale.ROOT);
    ObjectNode order = (ObjectNode) JSON.readTree(example());
    order.put("postingId", posting.toString());
    order.put("jobId", "posting:" + posting + ":1");
    order.put("fbAccountId", account(account).toString());
    order.put("marker", marker);
    order.put("deadlineSeconds", deadlineSeconds);
    ((ObjectNode) order.get("listing")).put("description", "Well kept.\n\nRef " + marker);
    order.set("photos", JSON.valueToTree(new ArrayList<>(photos)));
    return order.toString();
  }

  /** The next attempt at the order, after an attempt that ended with its click open. */
  public static String next(PostingOrder order, String openClickAt) {
    ObjectNode next = (ObjectNode) JSON.valueToTree(order);
    next.put("kind", "POST");
    next.put("taskId", order.postingId().toString());
    next.put("attempt", order.attempt() + 1);
    next.put("jobId", "posting:" + order.postingId() + ":" + (order.attempt() + 1));
    next.put("openClickAt", openClickAt);
    return next.toString();
  }

  /** The id of the account of that name. */
  public static UUID account(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String example() {
    return EventContract.of(Topics.POSTING_REQUESTED, EventTypes.POSTING_REQUESTED).example();
  }
}
