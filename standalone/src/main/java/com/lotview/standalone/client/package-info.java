/**
 * A client of a running installation: its public API, and sample data for measurements and tests.
 * Anything may use it; it uses nothing else of the standalone.
 */
@NullMarked
package com.lotview.standalone.client;

import org.jspecify.annotations.NullMarked;
