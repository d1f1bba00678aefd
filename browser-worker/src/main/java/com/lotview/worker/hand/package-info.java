/** A hand on a browser's mouse and keys, at a given pace. Knows no site. */
@NullMarked
package com.lotview.worker.hand;

import org.jspecify.annotations.NullMarked;
