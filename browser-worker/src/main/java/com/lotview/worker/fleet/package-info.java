/**
 * The fleet accepts jobs, leases their accounts, runs each in its own browser, and verifies clicks
 * with an unknown effect. One pure function decides each next step: {@link
 * com.lotview.worker.fleet.recovery.Recovery}.
 */
@NullMarked
package com.lotview.worker.fleet;

import org.jspecify.annotations.NullMarked;
