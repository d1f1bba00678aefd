/** The pace of mouse and keys: like a person, or without pauses. */
@NullMarked
package com.lotview.worker.pace;

import org.jspecify.annotations.NullMarked;
