/** Events about the fleet for other services. */
@NullMarked
package com.lotview.posting.fleet.messaging;

import org.jspecify.annotations.NullMarked;
