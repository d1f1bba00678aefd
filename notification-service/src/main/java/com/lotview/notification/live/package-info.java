/**
 * Delivers new entries of the log to all followers of a dealership, with one query for all of them.
 */
@NullMarked
package com.lotview.notification.live;

import org.jspecify.annotations.NullMarked;
