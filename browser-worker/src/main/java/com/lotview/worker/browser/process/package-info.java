/** Processes and folders of one browser, and their end. Knows nothing above it. */
@NullMarked
package com.lotview.worker.browser.process;

import org.jspecify.annotations.NullMarked;
