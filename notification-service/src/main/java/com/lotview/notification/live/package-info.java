/**
 * Brings new entries of the log to whoever follows a dealership, with one query for all of them.
 */
@NullMarked
package com.lotview.notification.live;

import org.jspecify.annotations.NullMarked;
