/**
 * Plants secrets in a running system and searches for them in everything that it stores and
 * outputs.
 */
package com.lotview.standalone.secrets;
