/**
 * Deletes what a service has kept long enough, in small batches; for all services with a schema.
 */
@NullMarked
package com.lotview.kit.retention;

import org.jspecify.annotations.NullMarked;
