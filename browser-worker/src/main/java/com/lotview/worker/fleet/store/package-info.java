/** Jobs, leases and runs in PostgreSQL. Every write of a running job carries its fence. */
@NullMarked
package com.lotview.worker.fleet.store;

import org.jspecify.annotations.NullMarked;
