/**
 * Whose turn it is: one job at a time per Facebook account, when it is due; posts within the limits
 * per rolling hour and day. Knows jobs only by id and kind.
 */
@NullMarked
package com.lotview.posting.dispatch;

import org.jspecify.annotations.NullMarked;
