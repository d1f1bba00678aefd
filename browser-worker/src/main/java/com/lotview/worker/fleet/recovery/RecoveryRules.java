package com.lotview.worker.fleet.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Waiting times and limits of recovery.
 *
 * @param orphanGracePeriod how long a browser that cannot be killed may act after its lease;
 *     bounded by the time-out of the page's requests
 * @param verificationInterval minimum time between two looks that find nothing
 * @param settlingDelay minimum time between the browser's end and both looks, because the site may
 *     still process its request
 * @param unreadableRetryDelay wait after a look that could not read the page
 * @param unreadableLooks number of unreadable looks after which a person must decide
 * @param looks maximum number of looks for one click
 * @param acts maximum number of acting runs
 */
public record RecoveryRules(
    @DefaultValue("60s") Duration orphanGracePeriod,
    @DefaultValue("30s") Duration verificationInterval,
    @DefaultValue("60s") Duration settlingDelay,
    @DefaultValue("10s") Duration unreadableRetryDelay,
    @DefaultValue("2") int unreadableLooks,
    @DefaultValue("8") int looks,
    @DefaultValue("3") int acts) {}
