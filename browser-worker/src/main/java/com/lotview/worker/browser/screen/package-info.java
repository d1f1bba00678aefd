/** The screens that windows stand on. Knows browser.process only. */
@NullMarked
package com.lotview.worker.browser.screen;

import org.jspecify.annotations.NullMarked;
