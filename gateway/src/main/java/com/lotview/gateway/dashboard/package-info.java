/** The dashboard: a page and its parts, made by the module {@code web}. */
@NullMarked
package com.lotview.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
