/** Changes and vehicles on Kafka: what this service tells of them and what it hears. */
@NullMarked
package com.lotview.posting.change.messaging;

import org.jspecify.annotations.NullMarked;
