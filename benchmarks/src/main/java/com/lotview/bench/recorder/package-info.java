/**
 * A browser worker whose browser is replaced by a recorder, with everything else real, so that the
 * engine's cost and guarantees can be measured without Chromium. For measurements only.
 */
@NullMarked
package com.lotview.bench.recorder;

import org.jspecify.annotations.NullMarked;
