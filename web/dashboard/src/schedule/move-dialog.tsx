import { Dialog } from "radix-ui";
import { type FormEvent, useState } from "react";
import type { PlannedAccount } from "../api/calendar.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { instantOf, localOf } from "@lotview/shared/src/zone.ts";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { type Placed, freeAt, moverOf } from "./days.ts";
import { useMove, useMoving } from "./moving.tsx";
import { scheduleWords } from "./words.ts";

/** Another day and time by the keyboard. */
export function MoveDialog({
  placed,
  account,
  close,
}: {
  placed: Placed;
  account: PlannedAccount | undefined;
  close: () => void;
}) {
  const { t, time } = useText(scheduleWords);
  const { zone, now } = useMoving();
  const move = useMove();
  const { posting } = placed;
  const before = localOf(posting.scheduledFor ?? placed.at ?? new Date(now).toISOString(), zone);
  const [at, setAt] = useState(before);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const instant = at === "" ? undefined : instantOf(at, zone);
  const free = instant === undefined || account === undefined ? undefined : freeAt(account, instant, zone);

  async function send(to: string | null) {
    setBusy(true);
    setError(undefined);
    try {
      await move(posting, to);
      close();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (instant === undefined || (at === before && posting.scheduledFor !== null)) {
      close();
    } else {
      void send(instant);
    }
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            document.getElementById(moverOf(posting))?.focus();
          }}
          className="fixed top-1/2 left-1/2 z-50 w-96 max-w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 rounded border border-line bg-panel p-4"
        >
          <Dialog.Title className="font-semibold">{t("schedule.move")}</Dialog.Title>
          <p className="mt-1 mb-3 text-soft">
            {nameOf(posting.vehicle)}, {posting.account.label}
          </p>
          <form onSubmit={submit} className="space-y-3">
            <Field
              label={t("schedule.when", { zone })}
              type="datetime-local"
              required
              autoFocus
              value={at}
              onChange={(event) => setAt(event.target.value)}
            />
            <div role="status" className="min-h-5 space-y-1 text-soft">
              {instant !== undefined && localOf(instant, zone) !== at && (
                <p className="text-warn">{t("schedule.gap", { time: time(instant) })}</p>
              )}
              {free !== undefined && (
                <p className={free.hour === 0 || free.day === 0 ? "text-warn" : ""}>
                  {t(free.hour === 0 || free.day === 0 ? "schedule.noPlaces" : "schedule.places", free)}
                </p>
              )}
            </div>
            {error !== undefined && <Failure error={error} />}
            <div className="flex flex-wrap justify-end gap-2">
              {posting.scheduledFor !== null && (
                <Button className="mr-auto" disabled={busy} onClick={() => void send(null)}>
                  {t("schedule.soon")}
                </Button>
              )}
              <Button onClick={close}>{t("ask.close")}</Button>
              <Button type="submit" kind="main" disabled={busy}>
                {t("schedule.moveDo")}
              </Button>
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
