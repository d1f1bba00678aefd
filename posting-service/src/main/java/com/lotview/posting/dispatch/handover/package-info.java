/**
 * Hands due jobs over to the fleet: the loop, the decision for one account, and how many jobs the
 * fleet takes. Nothing in {@code dispatch} itself uses it.
 */
@NullMarked
package com.lotview.posting.dispatch.handover;

import org.jspecify.annotations.NullMarked;
