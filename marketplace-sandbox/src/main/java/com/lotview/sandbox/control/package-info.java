/**
 * The control interface for tests, under paths that start with two underscores. No page of the site
 * uses it.
 */
@NullMarked
package com.lotview.sandbox.control;

import org.jspecify.annotations.NullMarked;
