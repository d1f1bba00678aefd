/** One run of one job, from the open session to the written result. Used by fleet only. */
@NullMarked
package com.lotview.worker.fleet.run;

import org.jspecify.annotations.NullMarked;
