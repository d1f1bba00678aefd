/** Events as they arrive, each handled once. */
@NullMarked
package com.lotview.kit.events;

import org.jspecify.annotations.NullMarked;
