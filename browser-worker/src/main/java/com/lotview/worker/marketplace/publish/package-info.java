/** The one click and its effect. */
@NullMarked
package com.lotview.worker.marketplace.publish;

import org.jspecify.annotations.NullMarked;
