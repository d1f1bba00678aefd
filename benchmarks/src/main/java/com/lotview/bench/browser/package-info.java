/**
 * {@code ./lotview bench browser}: what browsers cost, how quickly the form is filled beside a
 * plain script, what is left of killed ones, and how they present themselves.
 */
@NullMarked
package com.lotview.bench.browser;

import org.jspecify.annotations.NullMarked;
