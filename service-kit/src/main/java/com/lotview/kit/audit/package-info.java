/** Reports to the audit trail who did what; auth-service owns the trail itself. */
@NullMarked
package com.lotview.kit.audit;

import org.jspecify.annotations.NullMarked;
