/** The private object store: photos and evidence. */
@NullMarked
package com.lotview.kit.storage;

import org.jspecify.annotations.NullMarked;
