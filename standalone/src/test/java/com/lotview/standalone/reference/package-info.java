/** Compares docs with the code: reference pages, README sizes, links, and the glossary's places. */
package com.lotview.standalone.reference;
