/** Asks the addresses of photos, on public networks only. */
@NullMarked
package com.lotview.inventory.photo.fetch.http;

import org.jspecify.annotations.NullMarked;
