/**
 * Bulk orders: many vehicles through one account, one after the other, and how far they are. Builds
 * on {@code posting}, which knows bulk orders only as a port.
 */
@NullMarked
package com.lotview.posting.bulk;

import org.jspecify.annotations.NullMarked;
