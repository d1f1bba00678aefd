/** How Chromium is found, started and driven: the default launcher. */
@NullMarked
package com.lotview.worker.browser.chrome;

import org.jspecify.annotations.NullMarked;
