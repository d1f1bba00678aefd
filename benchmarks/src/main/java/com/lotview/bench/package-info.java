/**
 * {@code ./lotview bench}: what the way of a posting costs, measured from outside on a throw-away
 * installation. Everything is real; the sandbox stands for the site.
 */
@NullMarked
package com.lotview.bench;

import org.jspecify.annotations.NullMarked;
