type Key = readonly unknown[];

const FIRST_PAUSE = 150;
// A person has a hundred requests a minute, and a screen asks for a few things each time.
const LONGEST_PAUSE = 2_400;
// What is not answered by then must not keep the rest from being shown.
const LONGEST_ANSWER = 5_000;

/**
 * What events have changed. The first after a quiet moment is shown at once. Of a stream of them
 * one change is shown at a time, with pauses that grow while it lasts; the last is always followed
 * by a look that began after it.
 */
export class Gathering {
  private readonly show: (keys: Key[]) => Promise<unknown>;
  private readonly wait: (millis: number) => Promise<unknown>;
  private readonly changed = new Map<string, Key>();
  private showing = false;

  constructor(
    show: (keys: Key[]) => Promise<unknown>,
    wait: (millis: number) => Promise<unknown> = (millis) => new Promise((done) => setTimeout(done, millis)),
  ) {
    this.show = show;
    this.wait = wait;
  }

  add(keys: readonly Key[]): void {
    keys.forEach((key) => this.changed.set(JSON.stringify(key), key));
    if (!this.showing && this.changed.size > 0) {
      void this.run();
    }
  }

  private async run(): Promise<void> {
    this.showing = true;
    for (let pause = FIRST_PAUSE; this.changed.size > 0; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      const keys = [...this.changed.values()];
      this.changed.clear();
      const shown = Promise.race([this.show(keys), this.wait(LONGEST_ANSWER)]);
      await Promise.all([shown, this.wait(pause)]);
    }
    this.showing = false;
  }
}
