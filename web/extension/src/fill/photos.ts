// The photos: given to the page in groups, in order, until the site has stored each of them.
import { tasks, type Photos } from "lotview:form";
import { give, press } from "./hands.ts";
import type { FormWords } from "./plan.ts";
import { pause, until } from "./wait.ts";

const GROUP = 10;
const TAKEN = 20_000;
const REMOVED = 4000;
const FAILURES = 6;
/** After this time a missing thumbnail was dropped, not drawn anew. */
const DROPPED = 3500;
/** After this time without progress an upload has failed without a word. */
const STUCK = 25_000;

export class PhotoBlock {
  /** Pictures of the form itself. */
  private before: string[] = [];
  private sent = 0;
  private group = GROUP;
  private removedOthers = false;

  constructor(private readonly words: FormWords, private readonly files: File[]) {}

  private look(): Photos | null {
    return tasks.photos(this.words.formNames, this.words.removePhoto, this.words.loading, this.before);
  }

  /** Gives the first group, and waits until the page has taken the first file: it draws the form anew then. */
  async begin(): Promise<void> {
    const now = this.look();
    if (now !== null && (now.named || now.counter > 0)) {
      this.removedOthers = now.shown > 0;
      await this.cutTo(0);
    }
    this.before = tasks.pictures(this.words.formNames);
    if (this.files.length === 0) return;
    await this.giveNext();
    await until(TAKEN, () => {
      const seen = this.look();
      return seen !== null && seen.shown > 0 && !seen.busy;
    });
  }

  /** Waits until all photos are stored, and no other; how many are. */
  async finish(): Promise<number> {
    for (let failures = 0; failures <= FAILURES; failures++) {
      const good = await this.doubtfulFrom();
      if (good === null) break;
      // Only single files show which one of a group fails.
      this.group = failures > 0 ? 1 : GROUP;
      await this.cutTo(good);
      await this.giveNext();
    }
    return this.stored();
  }

  /** How many different photos the site has. */
  stored(): number {
    return this.look()?.stored.length ?? 0;
  }

  /** Whether photos of an unfinished listing were there and were removed. */
  replaced(): boolean {
    return this.removedOthers;
  }

  /** Null when all are stored; else how many at the beginning certainly are. */
  private async doubtfulFrom(): Promise<number | null> {
    let last = "";
    let since = performance.now();
    for (;;) {
      const now = this.look();
      if (now !== null && now.stored.length === this.sent && now.shown === this.sent) {
        if (this.sent >= this.files.length) return null;
        await this.giveNext();
      }
      const state = now === null ? "" : now.addresses.join(" ") + now.shown;
      if (state !== last || now === null || now.busy) {
        last = state;
        since = performance.now();
      }
      const still = performance.now() - since;
      if (now !== null && now.shown !== this.sent && still > DROPPED) {
        return now.shown > this.sent ? 0 : this.leading(now, now.shown);
      }
      if (now !== null && still > STUCK) return this.leading(now, this.sent);
      await pause(50);
    }
  }

  /** Photos of a group that lost one may be any of it: only those before the group are certain. */
  private leading(now: Photos, most: number): number {
    const whole = Math.floor(Math.max(0, this.sent - 1) / this.group) * this.group;
    const stored = now.addresses.findIndex((address) => !/^https?:/.test(address));
    return Math.min(most, whole, stored < 0 ? now.addresses.length : stored);
  }

  private async giveNext(): Promise<void> {
    const next = this.files.slice(this.sent, this.sent + this.group);
    const input = await until(TAKEN, () => this.look()?.input);
    if (input === null) return;
    give(input, next);
    this.sent += next.length;
  }

  private async cutTo(left: number): Promise<void> {
    for (let shown = this.look()?.shown ?? 0; shown > left; shown--) {
      for (let i = 0; i < 2; i++) {
        const last = tasks.removePhoto(this.words.formNames, this.words.removePhoto, this.before);
        if (last !== null) press(last.node);
        if ((await until(REMOVED, () => (this.look()?.shown ?? shown) < shown)) !== null) break;
      }
    }
    this.sent = Math.min(this.sent, left);
  }
}
