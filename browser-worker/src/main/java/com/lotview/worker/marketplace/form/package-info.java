/** The vehicle form: its fields, healing, photos, pictures and inspection. */
@NullMarked
package com.lotview.worker.marketplace.form;

import org.jspecify.annotations.NullMarked;
