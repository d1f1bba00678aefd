/** The screens of windows. Uses browser.process only. */
@NullMarked
package com.lotview.worker.browser.screen;

import org.jspecify.annotations.NullMarked;
