/** Numbers from PostgreSQL. */
@NullMarked
package com.lotview.posting.numbers.store;

import org.jspecify.annotations.NullMarked;
