package com.lotview.bench.outbox;

/**
 * Body of the events of the proof.
 *
 * @param mark names the transaction; written in it too, which is the truth about commits
 * @param version of the key's row, drawn under its lock; 0 for keys without one
 * @param part from 0, within the transaction
 * @param parts how many events the transaction has
 * @param beganMicros before the transaction appended, since the machine started
 */
record ProofEvent(String mark, long version, int part, int parts, long beganMicros) {}
