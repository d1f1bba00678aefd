/**
 * Starts and ends Chromium browsers, each with its own folder and process group, so that the folder
 * suffices to kill all its processes. Knows no site.
 */
@NullMarked
package com.lotview.worker.browser;

import org.jspecify.annotations.NullMarked;
