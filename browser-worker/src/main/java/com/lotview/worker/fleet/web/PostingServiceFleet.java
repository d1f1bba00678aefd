package com.lotview.worker.fleet.web;

import com.lotview.kit.client.ServiceCallFailed;
import com.lotview.kit.client.ServiceClient;
import com.lotview.worker.blocking.Await;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.port.JobStarts;
import com.lotview.worker.fleet.port.WorkerReports;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The posting service's internal API for the fleet. */
public final class PostingServiceFleet implements JobStarts, WorkerReports {
  private static final Logger LOG = LoggerFactory.getLogger(PostingServiceFleet.class);
  private static final Duration REPORT_TIMEOUT = Duration.ofSeconds(5);

  private final ServiceClient posting;
  private final WorkerId worker;
  private final JsonMapper json;

  public PostingServiceFleet(ServiceClient posting, WorkerId worker, JsonMapper json) {
    this.posting = posting;
    this.worker = worker;
    // Within a version, producers only add fields.
    this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  }

  @Override
  public Answer ask(JobOrder order) {
    try {
      return answer(
          order,
          Await.value(
              posting
                  .post("/internal/job-starts")
                  .inTenant(order.dealershipId())
                  .body(
                      Map.of(
                          "jobId", order.jobId(),
                          "kind", order.kind().name(),
                          "taskId", order.taskId(),
                          "fbAccountId", order.fbAccountId(),
                          "attempt", order.attempt()))
                  .retryOnce()
                  .answer(JsonNode.class)));
    } catch (ServiceCallFailed | JacksonException e) {
      LOG.warn("Job {} is not begun for now: {}", order.jobId(), e.toString());
      return new Unknown();
    }
  }

  private Answer answer(JobOrder order, JsonNode said) {
    if (!said.path("start").asBoolean(false)) {
      return new Withdrawn(said.path("reason").asString(""));
    }
    JsonNode body = said.path("order");
    if (!body.isObject()) {
      return new Begin(order, null);
    }
    JobOrder now = json.treeToValue(body, JobOrder.class);
    return now.equals(order) ? new Begin(order, null) : new Begin(now, body.toString());
  }

  @Override
  public boolean tell(int browsers, int free, @Nullable Double secondsPerJob) {
    Map<String, Object> report = new HashMap<>();
    report.put("worker", worker.holder());
    report.put("browsers", browsers);
    report.put("free", free);
    if (secondsPerJob != null) {
      report.put("secondsPerJob", secondsPerJob);
    }
    try {
      Await.done(posting.put("/internal/workers").body(report).timeout(REPORT_TIMEOUT).done());
      return true;
    } catch (ServiceCallFailed e) {
      LOG.debug("No report for now: {}", e.toString());
      return false;
    }
  }
}
