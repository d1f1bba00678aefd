import { type DragEvent, type ReactNode, useState } from "react";
import type { PlannedDay } from "../api/calendar.ts";
import { useText } from "../text/text.tsx";
import { dayName, hourName, spansOf } from "./days.ts";
import { useMoving } from "./moving.tsx";
import { scheduleWords } from "./words.ts";

const WHOLE_DAY = 24;

/** A day that takes what is dragged to it. */
export function DayBox({
  day,
  account,
  plan,
  children,
}: {
  day: string;
  /** Only postings of this account may be dropped here. */
  account: string | undefined;
  plan: PlannedDay | undefined;
  children: ReactNode;
}) {
  const { t, language } = useText(scheduleWords);
  const { dragged, drop } = useMoving();
  const [over, setOver] = useState(false);
  const takes = dragged !== undefined && (account === undefined || dragged.fbAccountId === account);

  function hover(event: DragEvent) {
    if (takes) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setOver(true);
    }
  }

  return (
    <div
      role="group"
      aria-label={dayName(day, language)}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (takes) {
          event.preventDefault();
          drop(day);
        }
      }}
      className={`min-w-0 space-y-1 rounded border p-1.5 ${over ? "border-accent bg-hover" : "border-line bg-panel"}`}
    >
      <h3 className="font-semibold">{dayName(day, language)}</h3>
      {plan !== undefined && plan.hours.length !== WHOLE_DAY && (
        <p className="text-xs text-warn">{t("schedule.clocks", { hours: plan.hours.length })}</p>
      )}
      {plan !== undefined && <Places plan={plan} />}
      {children}
    </div>
  );
}

/** The free places of a day, and on request of its hours. */
function Places({ plan }: { plan: PlannedDay }) {
  const { t, language } = useText(scheduleWords);
  const { zone, now } = useMoving();
  const [open, setOpen] = useState(false);
  const changes = plan.hours.length !== WHOLE_DAY;
  return (
    <details className="text-xs text-soft" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={`min-h-6 cursor-pointer py-1 ${plan.free === 0 ? "text-warn" : ""}`}>
        {plan.free === 0 ? t("schedule.full") : t("schedule.free", { count: plan.free })}
      </summary>
      {/* A week of ten accounts has more hours than all else. */}
      {open && (
        <ul className="space-y-0.5 pb-1">
          {spansOf(plan.hours, now).map((span) => (
            <li key={span.start}>
              <span className="tabular-nums">
                {hourName(span.start, zone, language, changes)}–{hourName(span.end, zone, language, changes)}
              </span>
              {": "}
              {span.free === 0 ? t("schedule.full") : t("schedule.freeHour", { count: span.free })}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
