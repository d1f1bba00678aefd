/** From the bytes of a file to a table of clean cells, judged over the file as a whole. */
@NullMarked
package com.lotview.inventory.imports.file;

import org.jspecify.annotations.NullMarked;
