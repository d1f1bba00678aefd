/** Troubles that can be switched on per account, and the places of the site where they strike. */
@NullMarked
package com.lotview.sandbox.fault;

import org.jspecify.annotations.NullMarked;
