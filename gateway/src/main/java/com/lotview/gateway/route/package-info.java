/**
 * Filters on the way to a service: limits on bodies, headers for the service, and the client's
 * answer when the service does not answer.
 */
@NullMarked
package com.lotview.gateway.route;

import org.jspecify.annotations.NullMarked;
