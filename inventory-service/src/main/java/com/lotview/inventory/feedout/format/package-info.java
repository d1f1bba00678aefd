/** What the feeds of Meta and Google contain, and what they would refuse; knows no database. */
@NullMarked
package com.lotview.inventory.feedout.format;

import org.jspecify.annotations.NullMarked;
