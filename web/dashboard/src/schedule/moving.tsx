import { Toast } from "radix-ui";
import { createContext, useCallback, useContext } from "react";
import { reschedule } from "../api/calendar.ts";
import type { Posting } from "../api/client.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { Button } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import type { Placed } from "./days.ts";
import { scheduleWords } from "./words.ts";

/** What the parts of the calendar share: its zone, what is dragged, and how a posting is moved. */
export interface Moving {
  zone: string;
  now: number;
  dragged: Posting | undefined;
  drag: (posting: Posting | undefined) => void;
  drop: (day: string) => void;
  /** Opens the dialog with date and time. */
  open: (placed: Placed) => void;
  /** Leads to the posting's page. */
  show: (posting: Posting) => void;
}

export const MovingNow = createContext<Moving | undefined>(undefined);

export function useMoving(): Moving {
  const moving = useContext(MovingNow);
  if (moving === undefined) {
    throw new Error("outside of the schedule");
  }
  return moving;
}

/** Moves a posting and offers to take it back. */
export function useMove(): (posting: Posting, to: string | null) => Promise<void> {
  const { t, time } = useText(scheduleWords);
  const say = useSay();
  return useCallback(
    async (posting: Posting, to: string | null) => {
      await reschedule(posting, to);
      const before = posting.scheduledFor;
      // A time that has passed is refused, and means the same as none.
      const back = before !== null && Date.parse(before) > Date.now() ? before : null;
      const undo = () =>
        void reschedule({ ...posting, scheduledFor: to }, back).then(
          () => say(t("schedule.undone")),
          (problem: unknown) => say(problem instanceof Error ? problem.message : String(problem)),
        );
      const name = nameOf(posting.vehicle);
      say(
        to === null ? t("schedule.movedSoon", { name }) : t("schedule.moved", { name, time: time(to) }),
        // It may be undone once: the toast goes with the click.
        <Toast.Action asChild altText={t("schedule.undo")}>
          <Button onClick={undo}>{t("schedule.undo")}</Button>
        </Toast.Action>,
      );
    },
    [t, time, say],
  );
}
