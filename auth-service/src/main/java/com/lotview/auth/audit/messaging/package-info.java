/** The audit trail's way in from other services. */
@NullMarked
package com.lotview.auth.audit.messaging;

import org.jspecify.annotations.NullMarked;
