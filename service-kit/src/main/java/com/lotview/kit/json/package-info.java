/** How JSON is read, for every service alike. */
@NullMarked
package com.lotview.kit.json;

import org.jspecify.annotations.NullMarked;
