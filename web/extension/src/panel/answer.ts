import { useCallback, useEffect, useState } from "preact/hooks";

export interface Answer<T> {
  data?: T;
  error?: unknown;
  again: () => void;
}

/** Asks when `about` changes, and again when told to; what is known stays until the next answer. */
export function useAnswer<T>(ask: () => Promise<T>, about: readonly unknown[]): Answer<T> {
  const [state, setState] = useState<{ data?: T; error?: unknown }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => setState({}), about);
  useEffect(() => {
    let over = false;
    ask().then(
      (data) => !over && setState({ data }),
      (error: unknown) => !over && setState((before) => ({ ...before, error })),
    );
    return () => {
      over = true;
    };
  }, [...about, turn]);
  return { ...state, again: useCallback(() => setTurn((before) => before + 1), []) };
}
