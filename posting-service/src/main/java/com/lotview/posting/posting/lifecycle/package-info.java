/** The state machine of a posting. Pure; knows nothing above it. */
@NullMarked
package com.lotview.posting.posting.lifecycle;

import org.jspecify.annotations.NullMarked;
