/** Mouse and keyboard of a browser, at a given pace. Knows no site. */
@NullMarked
package com.lotview.worker.hand;

import org.jspecify.annotations.NullMarked;
