/**
 * Starts and ends real Chromium browsers, each in one folder and one process group of its own, so
 * that whoever finds the folder can end the whole tree. Knows nothing of any site.
 */
@NullMarked
package com.lotview.worker.browser;

import org.jspecify.annotations.NullMarked;
