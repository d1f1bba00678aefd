/** How the form is filled for one vehicle: field by field, in the words of every language. */
@NullMarked
package com.lotview.form.plan;

import org.jspecify.annotations.NullMarked;
