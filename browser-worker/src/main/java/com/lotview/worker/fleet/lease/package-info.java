/** Jobs, leases and runs, and the store that keeps them. Knows fleet.job only. */
@NullMarked
package com.lotview.worker.fleet.lease;

import org.jspecify.annotations.NullMarked;
