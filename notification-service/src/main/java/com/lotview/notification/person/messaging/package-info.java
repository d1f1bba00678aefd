/** Receives events about people. */
@NullMarked
package com.lotview.notification.person.messaging;

import org.jspecify.annotations.NullMarked;
