/** An order is checked and accepted, or shown as it would be listed. */
@NullMarked
package com.lotview.posting.posting.submit;

import org.jspecify.annotations.NullMarked;
