/** File upload over HTTP. */
@NullMarked
package com.lotview.inventory.imports.web;

import org.jspecify.annotations.NullMarked;
