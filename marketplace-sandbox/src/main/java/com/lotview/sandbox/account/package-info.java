/** The people who hold accounts on the site, and whether they are signed in. */
@NullMarked
package com.lotview.sandbox.account;

import org.jspecify.annotations.NullMarked;
