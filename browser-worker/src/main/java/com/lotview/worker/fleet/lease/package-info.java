/** Jobs, leases and runs, and their store. Uses fleet.job only. */
@NullMarked
package com.lotview.worker.fleet.lease;

import org.jspecify.annotations.NullMarked;
