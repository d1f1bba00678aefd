/**
 * A small forwarding proxy in its own process. It uses only the JDK, because its classes are copied
 * for the process.
 */
@NullMarked
package com.lotview.worker.browser.proxy.process;

import org.jspecify.annotations.NullMarked;
