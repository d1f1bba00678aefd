/** HTTP calls to the internal paths of other services, for the adapters of every service. */
@NullMarked
package com.lotview.kit.client;

import org.jspecify.annotations.NullMarked;
