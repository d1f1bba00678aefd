/** PostgreSQL, Kafka and an S3 store that need no installation and keep their data. */
@NullMarked
package com.lotview.standalone.server;

import org.jspecify.annotations.NullMarked;
