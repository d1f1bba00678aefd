import { useEffect, useState } from "preact/hooks";

/** What this panel does in a tab. It is not a part's own: the panel shows another part as soon as a posting is begun. */
export interface Work {
  busy: boolean;
  problem?: string;
}

const works = new Map<number, Work>();
const listeners = new Set<() => void>();

export function useWork(tabId: number): Work {
  const [, draw] = useState(0);
  useEffect(() => {
    const heard = () => draw((before) => before + 1);
    listeners.add(heard);
    return () => void listeners.delete(heard);
  }, []);
  return works.get(tabId) ?? { busy: false };
}

/** Does it, and shows how it ended. */
export function attempt(tabId: number, work: () => Promise<void>): void {
  tell(tabId, { busy: true });
  work().then(
    () => tell(tabId, { busy: false }),
    (failure: unknown) =>
      tell(tabId, { busy: false, problem: failure instanceof Error ? failure.message : String(failure) }),
  );
}

function tell(tabId: number, work: Work): void {
  works.set(tabId, work);
  listeners.forEach((heard) => heard());
}
