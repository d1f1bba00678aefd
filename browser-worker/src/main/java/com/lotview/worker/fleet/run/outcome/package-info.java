/**
 * What an answer of the site, a verification or an error means for a job. Pure; only runs use it.
 */
@NullMarked
package com.lotview.worker.fleet.run.outcome;

import org.jspecify.annotations.NullMarked;
