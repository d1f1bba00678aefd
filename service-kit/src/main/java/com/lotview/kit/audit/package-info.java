/** Tells the audit trail who did what; the trail itself belongs to auth-service. */
@NullMarked
package com.lotview.kit.audit;

import org.jspecify.annotations.NullMarked;
