/** The only public door: routes requests to the services and keeps out what must not come in. */
@NullMarked
package com.lotview.gateway;

import org.jspecify.annotations.NullMarked;
