/** Decides from a job's runs alone what comes next. Pure; knows fleet.job and fleet.lease. */
@NullMarked
package com.lotview.worker.fleet.recovery;

import org.jspecify.annotations.NullMarked;
