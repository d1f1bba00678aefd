const STEP = 40;

export const pause = (millis: number) => new Promise<void>((done) => setTimeout(done, millis));

/** Waits until the page shows something; null after the time. */
export async function until<T>(millis: number, look: () => T | null | undefined | false): Promise<T | null> {
  const end = performance.now() + millis;
  for (;;) {
    const seen = look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() >= end) return null;
    await pause(STEP);
  }
}
