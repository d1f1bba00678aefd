package com.lotview.kit.outside;

import java.time.Duration;

/**
 * Limits of a call.
 *
 * @param time for the whole call, from the name to the last byte of the answer
 * @param bytes how many bytes of the answer's body are read
 * @param redirects how many redirects are followed; each one is guarded as the first address
 */
public record OutsideLimits(Duration time, int bytes, int redirects) {}
