/** Services as callers: which service may call which, and the secret it shows to get a token. */
@NullMarked
package com.lotview.auth.caller;

import org.jspecify.annotations.NullMarked;
