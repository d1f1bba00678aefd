/** The watch in events. */
@NullMarked
package com.lotview.posting.watch.messaging;

import org.jspecify.annotations.NullMarked;
