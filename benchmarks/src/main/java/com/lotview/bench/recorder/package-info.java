/**
 * A browser worker whose browser is replaced by a recorder, everything else real: what the engine
 * costs and keeps can be measured without Chromium. For measurements only.
 */
@NullMarked
package com.lotview.bench.recorder;

import org.jspecify.annotations.NullMarked;
