/**
 * The actions at the marketplace: fill the form, read it back, publish once, and verify the result.
 * Knows the site's address and the public layout of its pages, but no jobs or accounts.
 */
@NullMarked
package com.lotview.worker.marketplace;

import org.jspecify.annotations.NullMarked;
