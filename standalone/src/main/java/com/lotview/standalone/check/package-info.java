/** {@code ./lotview form check}: reads the form of an account without posting. */
@NullMarked
package com.lotview.standalone.check;

import org.jspecify.annotations.NullMarked;
