/**
 * The pages a visitor sees, one class per page; their content is drawn by the scripts under web/.
 */
@NullMarked
package com.lotview.sandbox.page;

import org.jspecify.annotations.NullMarked;
