package com.lotview.worker.browser.screen;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An X screen that windows can be drawn on.
 *
 * @param display its address, such as {@code :7}
 * @param authority the file with the key to it; null if it asks for none
 */
public record Screen(String display, @Nullable Path authority) {}
