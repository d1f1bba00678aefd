/** Metrics, rules, boards and runbooks agree with each other and with the code. */
package com.lotview.standalone.monitoring;
