/** People in PostgreSQL. */
@NullMarked
package com.lotview.notification.person.store;

import org.jspecify.annotations.NullMarked;
