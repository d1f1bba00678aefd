/** Processes and folders of one browser, and how to end them. Uses no other browser package. */
@NullMarked
package com.lotview.worker.browser.process;

import org.jspecify.annotations.NullMarked;
