/** How many requests one person may make in a minute. */
@NullMarked
package com.lotview.gateway.limit;

import org.jspecify.annotations.NullMarked;
