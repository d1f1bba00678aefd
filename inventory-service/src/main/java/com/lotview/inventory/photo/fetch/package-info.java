/** Photos by address: what files and people name, fetched in the background. Used by imports. */
@NullMarked
package com.lotview.inventory.photo.fetch;

import org.jspecify.annotations.NullMarked;
