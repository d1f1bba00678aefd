package com.lotview.worker.browser.screen;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An X screen for windows.
 *
 * @param display its address, such as {@code :7}
 * @param authority the file with its key; null if it needs none
 */
public record Screen(String display, @Nullable Path authority) {}
