/**
 * {@code ./lotview demo}: a person's steps through the public API, from the import of vehicles to
 * the listing, judged by the sandbox's ledger.
 */
@NullMarked
package com.lotview.standalone.demo;

import org.jspecify.annotations.NullMarked;
