/** Who did what, when and from where, of this service and, by event, of all others. */
@NullMarked
package com.lotview.auth.audit;

import org.jspecify.annotations.NullMarked;
