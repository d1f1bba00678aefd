/** Other services' events in, from Kafka. */
@NullMarked
package com.lotview.notification.event.messaging;

import org.jspecify.annotations.NullMarked;
