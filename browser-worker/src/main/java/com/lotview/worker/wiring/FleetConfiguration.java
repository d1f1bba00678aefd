package com.lotview.worker.wiring;

import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.events.EventReader;
import com.lotview.kit.outbox.Outbox;
import com.lotview.kit.storage.ObjectStore;
import com.lotview.kit.tenant.TenantTransactions;
import com.lotview.worker.evidence.StoredEvidence;
import com.lotview.worker.fleet.Fleet;
import com.lotview.worker.fleet.Retention;
import com.lotview.worker.fleet.lease.JobFolders;
import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.messaging.FleetEvents;
import com.lotview.worker.fleet.messaging.PostingRequestedListener;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.EvidenceStore;
import com.lotview.worker.fleet.port.JobStarts;
import com.lotview.worker.fleet.port.OwnerViews;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.fleet.port.WorkerReports;
import com.lotview.worker.fleet.run.FleetMeters;
import com.lotview.worker.fleet.run.JobRunner;
import com.lotview.worker.fleet.run.RunContexts;
import com.lotview.worker.fleet.store.R2dbcJobStore;
import com.lotview.worker.fleet.web.InventoryPhotos;
import com.lotview.worker.fleet.web.PhotoDownload;
import com.lotview.worker.fleet.web.PostingServiceFleet;
import com.lotview.worker.session.ResealSessions;
import com.lotview.worker.session.SealedAccountSessions;
import com.lotview.worker.session.SealedSignIns;
import com.lotview.worker.session.web.PostingServiceSessions;
import com.lotview.worker.session.web.PostingServiceSignIns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beans of the fleet, except the browsers. Beans that call other services can be replaced by
 * beans of the same type.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerProperties.class)
class FleetConfiguration {

  @Bean
  JobStore jobStore(
      DatabaseClient database, TenantTransactions transactions, Outbox outbox, JsonMapper json) {
    return new R2dbcJobStore(database, transactions, new FleetEvents(outbox), json);
  }

  @Bean
  @ConditionalOnMissingBean
  AccountSessions accountSessions(WorkerProperties properties, ServiceClientFactory clients) {
    return new SealedAccountSessions(
        new PostingServiceSessions(clients.of("posting", properties.postingUrl().toString())),
        properties.session().opener(),
        properties.session().sealer());
  }

  @Bean
  SignIns signIns(
      WorkerProperties properties,
      ServiceClientFactory clients,
      WorkerAddress here,
      JsonMapper json) {
    return new SealedSignIns(
        new PostingServiceSignIns(clients.of("posting", properties.postingUrl().toString()), here),
        properties.session().sealer(),
        json);
  }

  @Bean
  @ConditionalOnMissingBean({JobStarts.class, WorkerReports.class})
  PostingServiceFleet postingServiceFleet(
      WorkerProperties properties, ServiceClientFactory clients, JsonMapper json) {
    return new PostingServiceFleet(
        clients.of("posting", properties.postingUrl().toString()), WorkerId.current(), json);
  }

  @Bean
  PhotoDownload photoDownload() {
    return new PhotoDownload();
  }

  @Bean
  @ConditionalOnMissingBean
  PhotoSource photoSource(
      WorkerProperties properties, ServiceClientFactory clients, PhotoDownload download) {
    return new InventoryPhotos(
        clients.of("inventory", properties.inventoryUrl().toString()), download);
  }

  @Bean
  @ConditionalOnMissingBean
  EvidenceStore evidenceStore(ObjectStore objects, Clock clock) {
    return new StoredEvidence(objects, clock);
  }

  @Bean
  Fleet fleet(
      WorkerProperties properties,
      JobStore jobs,
      SiteBrowsers browsers,
      AccountSessions sessions,
      PhotoSource photos,
      EvidenceStore evidence,
      OwnerViews views,
      SignIns signIns,
      JobStarts starts,
      WorkerReports reports,
      MeterRegistry meters) {
    RunContexts runs =
        new RunContexts(
            WorkerId.current(),
            properties.rules(),
            jobs,
            new JobFolders(properties.home()),
            browsers,
            evidence,
            new FleetMeters(meters));
    return new Fleet(runs, new JobRunner(runs, starts, sessions, photos, views, signIns), reports);
  }

  @Bean
  PostingRequestedListener postingRequestedListener(
      EventReader reader, JobStore jobs, Fleet fleet) {
    return new PostingRequestedListener(reader, jobs, fleet);
  }

  @Bean
  Retention retention(
      JobStore jobs, EvidenceStore evidence, Clock clock, WorkerProperties properties) {
    return new Retention(jobs, evidence, clock, properties.jobRetention());
  }

  @Bean
  ResealSessions resealSessions(WorkerProperties properties, ServiceClientFactory clients) {
    return new ResealSessions(
        new PostingServiceSessions(clients.of("posting", properties.postingUrl().toString())),
        properties.session().opener(),
        properties.session().sealer());
  }

  @Bean
  FleetLife fleetLife(
      Fleet fleet,
      Retention retention,
      ResealSessions reseal,
      ObjectProvider<BrowserSelfTest> selfTest,
      WorkerProperties properties) {
    return new FleetLife(
        fleet,
        retention,
        reseal,
        selfTest.getIfAvailable(),
        properties.drain(),
        properties.parentPid());
  }
}
