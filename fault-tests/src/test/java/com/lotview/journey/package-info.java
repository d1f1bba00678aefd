/** The whole course of a posting and of a sign-in on real parts, without faults. */
@NullMarked
package com.lotview.journey;

import org.jspecify.annotations.NullMarked;
