/** Decides what follows, from a job's runs alone. Pure; uses fleet.job and fleet.lease. */
@NullMarked
package com.lotview.worker.fleet.recovery;

import org.jspecify.annotations.NullMarked;
