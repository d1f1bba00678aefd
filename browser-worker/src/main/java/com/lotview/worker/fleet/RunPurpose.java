package com.lotview.worker.fleet;

/** What a run is for. */
public enum RunPurpose {
  /** To fill the form and publish. */
  POST,
  /** To look for the listing, never to click. */
  LOOK
}
