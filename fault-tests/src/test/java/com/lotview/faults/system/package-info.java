/**
 * The system under attack: its processes, its site, a posting in it, and where its worker can be
 * stopped. It knows neither blows nor judges.
 */
@NullMarked
package com.lotview.faults.system;

import org.jspecify.annotations.NullMarked;
