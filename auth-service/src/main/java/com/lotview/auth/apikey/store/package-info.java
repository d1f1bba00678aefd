/** API keys in PostgreSQL. */
@NullMarked
package com.lotview.auth.apikey.store;

import org.jspecify.annotations.NullMarked;
