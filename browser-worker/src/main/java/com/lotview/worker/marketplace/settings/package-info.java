/** Settings of the flow at the site. Uses no other part of the flow. */
@NullMarked
package com.lotview.worker.marketplace.settings;

import org.jspecify.annotations.NullMarked;
