/** The auto-configuration that a service gets by depending on the kit. */
@NullMarked
package com.lotview.kit.wiring;

import org.jspecify.annotations.NullMarked;
