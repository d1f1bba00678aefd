package com.lotview.form.mapping;

import java.nio.file.Path;

/**
 * A photo file.
 *
 * @param sha256 of the file, lower-case hex; a different file is not uploaded
 */
public record OrderPhoto(Path file, String sha256) {}
