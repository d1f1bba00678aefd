/**
 * The life of a job in the fleet: taken in, leased with its account, run in a browser of its own,
 * settled by looking when a click has no known end. What to do next is decided by one pure
 * function, {@link com.lotview.worker.fleet.recovery.Recovery}.
 */
@NullMarked
package com.lotview.worker.fleet;

import org.jspecify.annotations.NullMarked;
