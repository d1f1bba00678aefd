/** Asks the fleet for a browser. */
@NullMarked
package com.lotview.posting.signin.messaging;

import org.jspecify.annotations.NullMarked;
