/** Bulk orders on Kafka. */
@NullMarked
package com.lotview.posting.bulk.messaging;

import org.jspecify.annotations.NullMarked;
