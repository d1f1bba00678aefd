/**
 * A page of the site: what it shows, its words as data, clicks and waits. Knows nothing of
 * vehicles.
 */
@NullMarked
package com.lotview.worker.marketplace.page;

import org.jspecify.annotations.NullMarked;
