/**
 * What differs between countries and languages: labels, option lists, fields per vehicle type, as
 * data.
 */
@NullMarked
package com.lotview.sandbox.variant;

import org.jspecify.annotations.NullMarked;
