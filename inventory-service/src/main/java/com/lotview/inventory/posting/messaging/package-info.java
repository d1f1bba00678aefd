/** Vehicles' latest postings from Kafka. */
@NullMarked
package com.lotview.inventory.posting.messaging;

import org.jspecify.annotations.NullMarked;
