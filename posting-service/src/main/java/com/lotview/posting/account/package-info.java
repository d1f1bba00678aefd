/**
 * Facebook accounts that a dealership connected: their sealed sessions and whether they are valid.
 * This service can seal a session but not open one.
 */
@NullMarked
package com.lotview.posting.account;

import org.jspecify.annotations.NullMarked;
