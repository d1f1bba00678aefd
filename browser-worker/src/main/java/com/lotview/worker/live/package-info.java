/**
 * Shows a browser's page to its account's owner and takes their mouse and keys. What is typed goes
 * straight to the browser: it is neither kept nor logged.
 */
@NullMarked
package com.lotview.worker.live;

import org.jspecify.annotations.NullMarked;
