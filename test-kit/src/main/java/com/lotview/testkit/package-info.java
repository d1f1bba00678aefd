/**
 * Real servers for tests: PostgreSQL, Kafka, an S3 store and a token issuer, one of each for a test
 * run. Embedded by default where there is no Docker engine; {@code LOTVIEW_TEST_SERVERS=docker} or
 * {@code embedded} overrides this.
 */
@NullMarked
package com.lotview.testkit;

import org.jspecify.annotations.NullMarked;
