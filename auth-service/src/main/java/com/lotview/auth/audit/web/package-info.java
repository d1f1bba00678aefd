/** Routes of the audit trail. */
@NullMarked
package com.lotview.auth.audit.web;

import org.jspecify.annotations.NullMarked;
