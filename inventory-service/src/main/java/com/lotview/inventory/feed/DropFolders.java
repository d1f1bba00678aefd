package com.lotview.inventory.feed;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The folders that an SFTP server fills, one for each dealership. */
public interface DropFolders {
  /** Whether this installation has them. */
  boolean areThere();

  /** Which file, in which version, lies there complete and newest; empty if there is none. */
  Mono<String> newest(UUID dealershipId);
}
