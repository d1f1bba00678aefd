/** What moves a posting on: texts, turns, answers of workers, people, and time. */
@NullMarked
package com.lotview.posting.posting.progress;

import org.jspecify.annotations.NullMarked;
