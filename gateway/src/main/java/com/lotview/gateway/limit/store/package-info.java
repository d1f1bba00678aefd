/** Limits that all gateways share, in PostgreSQL. */
@NullMarked
package com.lotview.gateway.limit.store;

import org.jspecify.annotations.NullMarked;
