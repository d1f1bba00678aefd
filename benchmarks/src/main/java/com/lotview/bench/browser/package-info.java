/**
 * {@code ./lotview bench browser}: the cost of browsers, the speed of filling the form compared
 * with a plain script, the remains of killed browsers, and how browsers appear to a site.
 */
@NullMarked
package com.lotview.bench.browser;

import org.jspecify.annotations.NullMarked;
