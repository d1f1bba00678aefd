package com.lotview.worker.fleet.run;

/** The run was told to stop; see {@link RunSupervisor#stopped()}. */
final class RunStopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunStopped(RunSupervisor.Stop why) {
    super("Stopped: " + why);
  }
}
