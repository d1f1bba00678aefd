/** Translates dealers' words to the form's. */
@NullMarked
package com.lotview.form.mapping;

import org.jspecify.annotations.NullMarked;
