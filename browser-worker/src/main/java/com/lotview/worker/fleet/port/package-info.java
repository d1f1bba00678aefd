/** The ports of a run: browsers, sessions, photos, pictures. Uses fleet.job and fleet.lease. */
@NullMarked
package com.lotview.worker.fleet.port;

import org.jspecify.annotations.NullMarked;
