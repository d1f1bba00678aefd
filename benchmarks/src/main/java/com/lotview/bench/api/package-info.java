/** The cost of the API: the gateway, lists over a large stock, row-level security, sockets. */
@NullMarked
package com.lotview.bench.api;

import org.jspecify.annotations.NullMarked;
