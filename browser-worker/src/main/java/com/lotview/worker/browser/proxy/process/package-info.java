/**
 * A small forwarding proxy that runs as a process of its own. Uses nothing but the JDK: its classes
 * are copied to where the process finds them.
 */
@NullMarked
package com.lotview.worker.browser.proxy.process;

import org.jspecify.annotations.NullMarked;
