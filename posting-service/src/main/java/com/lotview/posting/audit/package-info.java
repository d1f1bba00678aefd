/** Tells the audit trail who did what; the trail itself belongs to the auth service. */
@NullMarked
package com.lotview.posting.audit;

import org.jspecify.annotations.NullMarked;
