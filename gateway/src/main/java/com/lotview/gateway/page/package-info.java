/** The pages that the gateway itself serves. */
@NullMarked
package com.lotview.gateway.page;

import org.jspecify.annotations.NullMarked;
