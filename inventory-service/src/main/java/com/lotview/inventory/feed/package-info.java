/** Stock files that are fetched on a schedule: feeds, their runs, their alarms. Uses imports. */
@NullMarked
package com.lotview.inventory.feed;

import org.jspecify.annotations.NullMarked;
