/**
 * What the dashboard costs a person's browser; drives a Chromium of its own over DevTools. Known by
 * {@code Main} only.
 */
@NullMarked
package com.lotview.bench.web;

import org.jspecify.annotations.NullMarked;
