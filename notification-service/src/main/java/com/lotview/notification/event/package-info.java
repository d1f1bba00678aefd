/**
 * The log of a dealership's events, numbered without gaps, and how other services' events become
 * entries of it.
 */
@NullMarked
package com.lotview.notification.event;

import org.jspecify.annotations.NullMarked;
