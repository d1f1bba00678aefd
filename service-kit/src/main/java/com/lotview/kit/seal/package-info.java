/**
 * Sealing: many may seal, only the holder of the private key can open (HPKE, X25519, AES-256-GCM).
 */
@NullMarked
package com.lotview.kit.seal;

import org.jspecify.annotations.NullMarked;
