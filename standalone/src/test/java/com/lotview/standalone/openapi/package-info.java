/** The API document, made from the code, and what is proved with it on the running system. */
package com.lotview.standalone.openapi;
