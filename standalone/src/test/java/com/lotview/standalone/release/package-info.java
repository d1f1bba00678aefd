/** What a release is made of: the libraries that are shipped, and their licences. */
@NullMarked
package com.lotview.standalone.release;

import org.jspecify.annotations.NullMarked;
