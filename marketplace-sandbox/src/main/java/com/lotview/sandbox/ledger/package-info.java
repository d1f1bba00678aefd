/**
 * What the site really stored: listings, pictures, form sessions; and the judge that compares them
 * with an order.
 */
@NullMarked
package com.lotview.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
