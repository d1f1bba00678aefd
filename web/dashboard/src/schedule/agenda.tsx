import { useMemo } from "react";
import type { PlannedAccount } from "../api/calendar.ts";
import { useText } from "../text/text.tsx";
import { DayBox } from "./day-box.tsx";
import { type Placed, byDay } from "./days.ts";
import { Tile } from "./tile.tsx";
import { scheduleWords } from "./words.ts";

/** All accounts, day by day. */
export function Agenda({ accounts, days, placed }: { accounts: PlannedAccount[]; days: string[]; placed: Placed[] }) {
  const { t } = useText(scheduleWords);
  const tiles = useMemo(() => byDay(placed), [placed]);
  const only = accounts.length === 1 ? accounts[0] : undefined;
  return (
    <div className="space-y-2">
      {days.map((day) => (
        <DayBox
          key={day}
          day={day}
          account={undefined}
          plan={only?.nextFree === null ? undefined : only?.days.find((one) => one.date === day)}
        >
          {only === undefined && (
            <p className="text-xs text-soft">
              {accounts
                .map((account) => {
                  if (account.nextFree === null) {
                    return `${account.label}: ${t(`account.${account.state}`)}`;
                  }
                  const free = account.days.find((one) => one.date === day)?.free ?? 0;
                  return `${account.label}: ${free === 0 ? t("schedule.full") : t("schedule.free", { count: free })}`;
                })
                .join(" · ")}
            </p>
          )}
          {tiles.get(day) === undefined && <p className="text-soft">{t("schedule.emptyDay")}</p>}
          <div className="grid gap-1.5 sm:grid-cols-2 lg:grid-cols-4">
            {tiles.get(day)?.map((one) => <Tile key={one.posting.id} placed={one} account={only === undefined} />)}
          </div>
        </DayBox>
      ))}
    </div>
  );
}
