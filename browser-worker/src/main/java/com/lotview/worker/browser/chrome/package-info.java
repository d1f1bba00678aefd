/** Finds, starts and drives Chromium: the default launcher. */
@NullMarked
package com.lotview.worker.browser.chrome;

import org.jspecify.annotations.NullMarked;
