/**
 * Whose turn it is: one posting at a time per Facebook account, when it is due, within the limits
 * per rolling hour and day. Knows postings only by id.
 */
@NullMarked
package com.lotview.posting.dispatch;

import org.jspecify.annotations.NullMarked;
