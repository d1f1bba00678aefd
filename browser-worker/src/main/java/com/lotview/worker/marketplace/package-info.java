/**
 * The marketplace's vehicle form and what comes after it: fills, reads back, publishes once, and
 * finds out what became of it. Knows a base address and the publicly known shape of the pages, and
 * nothing of jobs or accounts.
 */
@NullMarked
package com.lotview.worker.marketplace;

import org.jspecify.annotations.NullMarked;
