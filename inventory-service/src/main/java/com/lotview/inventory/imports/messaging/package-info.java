/** Events of imports. */
@NullMarked
package com.lotview.inventory.imports.messaging;

import org.jspecify.annotations.NullMarked;
