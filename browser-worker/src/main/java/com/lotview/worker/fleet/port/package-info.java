/**
 * What a run needs from outside: browsers, sessions, photos, pictures. Knows fleet.job and
 * fleet.lease.
 */
@NullMarked
package com.lotview.worker.fleet.port;

import org.jspecify.annotations.NullMarked;
