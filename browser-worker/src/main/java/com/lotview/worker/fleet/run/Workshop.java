package com.lotview.worker.fleet.run;

import com.lotview.worker.fleet.lease.JobStore;
import com.lotview.worker.fleet.lease.WorkerId;
import com.lotview.worker.fleet.port.AccountSessions;
import com.lotview.worker.fleet.port.EvidenceStore;
import com.lotview.worker.fleet.port.OwnerViews;
import com.lotview.worker.fleet.port.PhotoSource;
import com.lotview.worker.fleet.port.SignIns;
import com.lotview.worker.fleet.port.SiteBrowsers;
import io.micrometer.core.instrument.MeterRegistry;

/** What every run works with. */
public record Workshop(
    WorkerId worker,
    FleetRules rules,
    JobStore jobs,
    JobFolders folders,
    SiteBrowsers browsers,
    AccountSessions sessions,
    PhotoSource photos,
    EvidenceStore evidence,
    OwnerViews views,
    SignIns signIns,
    MeterRegistry meters) {}
