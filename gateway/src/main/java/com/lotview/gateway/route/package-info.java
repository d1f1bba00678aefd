/**
 * What happens on the way to a service: limits on bodies, headers for the service, and what the
 * client hears when the service does not answer.
 */
@NullMarked
package com.lotview.gateway.route;

import org.jspecify.annotations.NullMarked;
