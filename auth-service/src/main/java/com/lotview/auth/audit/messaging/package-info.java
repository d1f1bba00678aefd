/** Receives audit entries from other services. */
@NullMarked
package com.lotview.auth.audit.messaging;

import org.jspecify.annotations.NullMarked;
