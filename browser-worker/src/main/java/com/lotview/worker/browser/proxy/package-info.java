/** The ways out of browsers: which proxy an account has, and the forwarder that goes through it. */
@NullMarked
package com.lotview.worker.browser.proxy;

import org.jspecify.annotations.NullMarked;
