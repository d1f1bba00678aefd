/** Jobs, leases and runs in PostgreSQL. Each write of a run carries its fence. */
@NullMarked
package com.lotview.worker.fleet.store;

import org.jspecify.annotations.NullMarked;
