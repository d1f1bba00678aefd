package com.lotview.worker.marketplace.mapping;

import java.nio.file.Path;

/**
 * A photo on this machine's disk.
 *
 * @param sha256 of the file's bytes, lower-case hex; a file that differs is not uploaded
 */
public record OrderPhoto(Path file, String sha256) {}
