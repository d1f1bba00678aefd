package com.lotview.worker.fleet;

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
