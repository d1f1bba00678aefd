package com.lotview.standalone.doctor;

import java.util.List;

/** Faults of the object store. */
final class StorageFaults {
  private StorageFaults() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.ofVariable(
            "the object store is down",
            "cannot be reached",
            "S3_ENDPOINT",
            "S3_ENDPOINT",
            "http://127.0.0.1:" + PlantedSystem.freePort()),
        PlantedFault.ofVariable(
            "a bucket that is not there",
            "has no bucket elsewhere",
            "make it",
            "S3_BUCKET",
            "elsewhere"),
        PlantedFault.ofVariable(
            "a wrong key of the store",
            "refuses the key of lotview",
            "S3_SECRET_KEY",
            "S3_SECRET_KEY",
            "wrong"));
  }
}
