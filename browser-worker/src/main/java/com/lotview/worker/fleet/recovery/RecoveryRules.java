package com.lotview.worker.fleet.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient recovery is.
 *
 * @param pageLife how long after its lease a browser that cannot be killed may still act; bounded
 *     by the time-out of a page's own requests
 * @param lookGap two looks that find nothing must be this far apart
 * @param quiet both must be at least this long after the browser was dead, because the site may
 *     still be working on its request
 * @param unreadableGap wait after a look that could not read the page
 * @param unreadableLooks so many of them make it a case for a person
 * @param looks looks at most for one click
 * @param acts runs at most that do what the job is there for
 */
public record RecoveryRules(
    @DefaultValue("60s") Duration pageLife,
    @DefaultValue("30s") Duration lookGap,
    @DefaultValue("60s") Duration quiet,
    @DefaultValue("10s") Duration unreadableGap,
    @DefaultValue("2") int unreadableLooks,
    @DefaultValue("8") int looks,
    @DefaultValue("3") int acts) {}
