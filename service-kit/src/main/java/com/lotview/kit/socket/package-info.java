/** WebSockets on Reactor Netty. */
@NullMarked
package com.lotview.kit.socket;

import org.jspecify.annotations.NullMarked;
