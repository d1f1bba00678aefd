/** Dealerships' markets from Kafka. */
@NullMarked
package com.lotview.inventory.market.messaging;

import org.jspecify.annotations.NullMarked;
