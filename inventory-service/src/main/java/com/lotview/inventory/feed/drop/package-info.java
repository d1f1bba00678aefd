/** Reads the folders that an SFTP server fills. */
@NullMarked
package com.lotview.inventory.feed.drop;

import org.jspecify.annotations.NullMarked;
