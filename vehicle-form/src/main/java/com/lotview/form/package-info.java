/** What is known of the form in all languages, as data. */
@NullMarked
package com.lotview.form;

import org.jspecify.annotations.NullMarked;
