/** One run of one job, from its session to its written result. Only fleet uses it. */
@NullMarked
package com.lotview.worker.fleet.run;

import org.jspecify.annotations.NullMarked;
