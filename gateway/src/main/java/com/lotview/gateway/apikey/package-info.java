/** Requests with an API key. */
@NullMarked
package com.lotview.gateway.apikey;

import org.jspecify.annotations.NullMarked;
