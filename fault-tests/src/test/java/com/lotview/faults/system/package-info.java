/**
 * The system under test: its processes, its site, a posting in it, and where its worker can be
 * stopped. It uses neither blows nor judges.
 */
@NullMarked
package com.lotview.faults.system;

import org.jspecify.annotations.NullMarked;
