/** A vehicle: its facts, the rules they obey, and how they change. Knows neither HTTP nor SQL. */
@NullMarked
package com.lotview.inventory.vehicle;

import org.jspecify.annotations.NullMarked;
