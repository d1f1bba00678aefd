import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { PlannedAccount } from "../api/calendar.ts";
import { useText } from "../text/text.tsx";
import { Panel } from "../ui/parts.tsx";
import { DayBox } from "./day-box.tsx";
import { type Placed, byDay } from "./days.ts";
import { useMoving } from "./moving.tsx";
import { Tile } from "./tile.tsx";
import { scheduleWords } from "./words.ts";

const MINUTE = 60_000;

const freeSoon = (nextFree: string, now: number) => Date.parse(nextFree) <= now + MINUTE;

/** The days of one account beside each other; below each other on a small screen. */
export function Week({ account, days, placed }: { account: PlannedAccount; days: string[]; placed: Placed[] }) {
  const { t, time } = useText(scheduleWords);
  const { now } = useMoving();
  const tiles = useMemo(() => byDay(placed), [placed]);
  return (
    <Panel
      title={account.label}
      aside={
        <span className="text-right text-soft">
          {account.nextFree === null ? (
            <Link to="/accounts" className="text-warn underline">
              {t(`account.${account.state}`)}
            </Link>
          ) : (
            freeSoon(account.nextFree, now) ? t("schedule.freeNow") : t("schedule.nextFree", { time: time(account.nextFree) })
          )}
        </span>
      }
    >
      <div className="grid gap-1.5 lg:grid-cols-7">
        {days.map((day) => (
          <DayBox key={day} day={day} account={account.id} plan={account.nextFree === null ? undefined : account.days.find((one) => one.date === day)}>
            {tiles.get(day)?.map((one) => <Tile key={one.posting.id} placed={one} />)}
          </DayBox>
        ))}
      </div>
    </Panel>
  );
}
