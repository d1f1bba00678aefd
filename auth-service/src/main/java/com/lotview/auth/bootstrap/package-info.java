/** The first dealership of a fresh installation. */
@NullMarked
package com.lotview.auth.bootstrap;

import org.jspecify.annotations.NullMarked;
