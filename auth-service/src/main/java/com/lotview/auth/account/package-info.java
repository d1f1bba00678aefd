/** Dealerships and their people: who they are and how they prove it. */
@NullMarked
package com.lotview.auth.account;

import org.jspecify.annotations.NullMarked;
