/** One-time links that are mailed to a person. */
@NullMarked
package com.lotview.auth.link;

import org.jspecify.annotations.NullMarked;
