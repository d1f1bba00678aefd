/**
 * The live view's door: the page that shows it, and the way from a ticket to the worker that has
 * the browser.
 */
@NullMarked
package com.lotview.gateway.live;

import org.jspecify.annotations.NullMarked;
