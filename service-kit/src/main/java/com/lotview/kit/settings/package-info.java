/** Settings of earlier versions, kept working. */
@NullMarked
package com.lotview.kit.settings;

import org.jspecify.annotations.NullMarked;
