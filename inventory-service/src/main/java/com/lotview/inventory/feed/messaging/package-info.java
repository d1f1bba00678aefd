/** Events of feeds. */
@NullMarked
package com.lotview.inventory.feed.messaging;

import org.jspecify.annotations.NullMarked;
