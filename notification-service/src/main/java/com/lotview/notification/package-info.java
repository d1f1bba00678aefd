/** Events to the sockets of the dealerships that they concern. */
@NullMarked
package com.lotview.notification;

import org.jspecify.annotations.NullMarked;
