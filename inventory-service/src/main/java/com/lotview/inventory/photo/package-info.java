/** Photos of vehicles: how they are taken, in which order and sizes they are kept. */
@NullMarked
package com.lotview.inventory.photo;

import org.jspecify.annotations.NullMarked;
