/** Feeds over HTTP. */
@NullMarked
package com.lotview.inventory.feed.web;

import org.jspecify.annotations.NullMarked;
