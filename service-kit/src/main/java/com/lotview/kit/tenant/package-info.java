/** Transactions that see exactly one dealership, or, named as such, the work of the system. */
@NullMarked
package com.lotview.kit.tenant;

import org.jspecify.annotations.NullMarked;
