package com.lotview.bench.api;

/**
 * The size of the measurement.
 *
 * @param vehicles of all dealerships together
 * @param dealerships with equally many vehicles; one of them is measured
 * @param sockets open at the same time
 * @param events a second, over all dealerships that have sockets
 * @param rooms dealerships that have sockets; 1: each event goes to every socket
 * @param seconds of each measurement
 */
public record ApiLoad(
    int vehicles, int dealerships, int sockets, int events, int rooms, int seconds) {

  /** Refuses sizes that cannot be measured, with a sentence for people. */
  public ApiLoad {
    if (dealerships < 1 || vehicles < dealerships || events < 1 || seconds < 1) {
      throw new IllegalArgumentException("there must be vehicles, dealerships, events, seconds");
    }
    if (rooms < 1 || sockets < rooms) {
      throw new IllegalArgumentException("each dealership with sockets has one at least");
    }
  }

  int each() {
    return vehicles / dealerships;
  }
}
