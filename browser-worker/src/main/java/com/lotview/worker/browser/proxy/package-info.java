/** The proxies of accounts, and the forwarder between browser and proxy. */
@NullMarked
package com.lotview.worker.browser.proxy;

import org.jspecify.annotations.NullMarked;
