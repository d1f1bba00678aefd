/** What a controller says for the API document beyond its signature; all services may use it. */
@NullMarked
package com.lotview.kit.openapi;

import org.jspecify.annotations.NullMarked;
