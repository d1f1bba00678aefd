/** Direct uploads over HTTP. */
@NullMarked
package com.lotview.inventory.photo.direct.web;

import org.jspecify.annotations.NullMarked;
