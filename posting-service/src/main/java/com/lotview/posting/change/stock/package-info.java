/**
 * Follows the inventory: what is missing from the stock leaves the marketplace, prices follow, and
 * removals are held if too many would go at once. May use {@code change}, which does not know it.
 */
@NullMarked
package com.lotview.posting.change.stock;

import org.jspecify.annotations.NullMarked;
