/** Background tasks and pollers that run from the start of a service to its stop. */
@NullMarked
package com.lotview.kit.background;

import org.jspecify.annotations.NullMarked;
