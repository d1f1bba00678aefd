/**
 * What the cells of a file, or the values of a request, say about closed sets of values: body,
 * fuel, gearbox, status, claims. Import, rules and events ask here; {@code words.txt} holds the
 * words.
 */
@NullMarked
package com.lotview.inventory.meaning;

import org.jspecify.annotations.NullMarked;
