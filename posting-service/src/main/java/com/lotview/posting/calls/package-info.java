/** Calls to the internal paths of other services, made the same way in every feature. */
@NullMarked
package com.lotview.posting.calls;

import org.jspecify.annotations.NullMarked;
