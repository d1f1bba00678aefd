/** Fetches feeds by address, on public networks only. */
@NullMarked
package com.lotview.inventory.feed.http;

import org.jspecify.annotations.NullMarked;
