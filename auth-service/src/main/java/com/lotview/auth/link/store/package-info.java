/** One-time links in PostgreSQL. */
@NullMarked
package com.lotview.auth.link.store;

import org.jspecify.annotations.NullMarked;
