/** Plants secrets in a running system and looks for them in all that it keeps and says. */
package com.lotview.standalone.secrets;
