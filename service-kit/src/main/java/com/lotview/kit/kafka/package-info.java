/** How a process shows itself to Kafka, and the users and rights of Kafka; for all modules. */
@NullMarked
package com.lotview.kit.kafka;

import org.jspecify.annotations.NullMarked;
