import { useState } from "react";

/** Carries out what a person ordered, and keeps the error if it was refused. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  /** Whether it was done. */
  async function act(how: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setError(undefined);
    try {
      await how();
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { act, busy, error };
}
