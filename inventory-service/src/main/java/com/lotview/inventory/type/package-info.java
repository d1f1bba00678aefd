/**
 * What a vehicle is: its number and its type. Pure; {@code vehicle} and {@code imports} may use it.
 */
@NullMarked
package com.lotview.inventory.type;

import org.jspecify.annotations.NullMarked;
