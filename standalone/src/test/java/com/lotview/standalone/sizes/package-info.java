/** Checks that files and methods of main code stay short, or say why they are not. */
package com.lotview.standalone.sizes;
