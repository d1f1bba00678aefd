/**
 * A client of a running installation: its public API, and what a measurement or a test gives to it.
 * Anything may use it; it uses nothing else of the standalone.
 */
@NullMarked
package com.lotview.standalone.client;

import org.jspecify.annotations.NullMarked;
