/** The one click and what becomes of it. */
@NullMarked
package com.lotview.worker.marketplace.publish;

import org.jspecify.annotations.NullMarked;
