/** When accounts post, and when they could post more. Reads only; nothing uses it. */
@NullMarked
package com.lotview.posting.calendar;

import org.jspecify.annotations.NullMarked;
