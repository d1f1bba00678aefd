/** The API document, generated from the code, and tests that use it on the running system. */
package com.lotview.standalone.openapi;
