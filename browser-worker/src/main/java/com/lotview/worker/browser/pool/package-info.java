/** Browsers for jobs: how many at once, which proxy and look, and what a dead worker left. */
@NullMarked
package com.lotview.worker.browser.pool;

import org.jspecify.annotations.NullMarked;
