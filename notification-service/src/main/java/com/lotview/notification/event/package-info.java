/**
 * The log of what a dealership is told, numbered without gaps, and how other services' events
 * become entries of it.
 */
@NullMarked
package com.lotview.notification.event;

import org.jspecify.annotations.NullMarked;
