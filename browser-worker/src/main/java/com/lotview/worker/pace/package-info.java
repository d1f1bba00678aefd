/** How fast hands move: the pauses between keys and fields, by a person's rhythm or not at all. */
@NullMarked
package com.lotview.worker.pace;

import org.jspecify.annotations.NullMarked;
