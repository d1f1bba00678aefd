/**
 * {@code ./lotview backup} and {@code ./lotview restore}: the database to any moment since the last
 * base backup, and the object store's files. The keys are kept apart.
 */
@NullMarked
package com.lotview.standalone.backup;

import org.jspecify.annotations.NullMarked;
