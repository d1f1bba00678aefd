/** Connection, roles and migrations of a service's own schema. */
@NullMarked
package com.lotview.kit.database;

import org.jspecify.annotations.NullMarked;
