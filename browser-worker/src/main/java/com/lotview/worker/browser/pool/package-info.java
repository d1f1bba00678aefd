/** Browsers for jobs: admission, proxy, display, and the remains of dead workers. */
@NullMarked
package com.lotview.worker.browser.pool;

import org.jspecify.annotations.NullMarked;
