/**
 * Shows a browser's page to its account's owner and takes their mouse and keys. Typed text goes
 * directly to the browser; it is neither stored nor logged.
 */
@NullMarked
package com.lotview.worker.live;

import org.jspecify.annotations.NullMarked;
