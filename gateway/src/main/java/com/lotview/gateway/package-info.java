/** The only public entry point: routes requests to the services and refuses all others. */
@NullMarked
package com.lotview.gateway;

import org.jspecify.annotations.NullMarked;
