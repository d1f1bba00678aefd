/**
 * {@code ./lotview demo}: a person's way through the public API, from the import of vehicles to the
 * listing, and the sandbox's ledger as the judge of it.
 */
@NullMarked
package com.lotview.standalone.demo;

import org.jspecify.annotations.NullMarked;
