package com.lotview.worker.fleet.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Timing and limits of crash recovery.
 *
 * @param orphanGracePeriod how long after its lease a browser that cannot be killed may still act;
 *     bounded by the timeout of a page's own requests
 * @param verificationInterval least time between two verifications that find no listing
 * @param settlingDelay delay from the death of the browser to a verification that counts, because
 *     the site may still work on the request
 * @param unreadableRetryDelay delay after a verification that could not read the page
 * @param unreadableLooks so many of them make it a case for a person
 * @param looks looks at most for one click
 * @param acts runs at most that do what the job is there for
 */
public record RecoveryRules(
    @DefaultValue("60s") Duration orphanGracePeriod,
    @DefaultValue("30s") Duration verificationInterval,
    @DefaultValue("60s") Duration settlingDelay,
    @DefaultValue("10s") Duration unreadableRetryDelay,
    @DefaultValue("2") int unreadableLooks,
    @DefaultValue("8") int looks,
    @DefaultValue("3") int acts) {}
