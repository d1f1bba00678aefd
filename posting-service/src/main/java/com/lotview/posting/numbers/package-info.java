/** The results of a month's postings, in numbers. Reads only; nothing uses it. */
@NullMarked
package com.lotview.posting.numbers;

import org.jspecify.annotations.NullMarked;
