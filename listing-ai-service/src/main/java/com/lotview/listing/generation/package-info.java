/**
 * A wanted text from its request to its answer: stored first, written outside of any transaction,
 * answered once.
 */
@NullMarked
package com.lotview.listing.generation;

import org.jspecify.annotations.NullMarked;
