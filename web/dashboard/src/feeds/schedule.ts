import type { StockFeed } from "../api/feeds.ts";
import { useText } from "../text/text.tsx";
import { feedsWords } from "./words.ts";

export const HOUR = 60;
export const DAY = 24 * HOUR;

/** Says when a feed is fetched. */
export function useSchedule(): (schedule: StockFeed["schedule"]) => string {
  const { t, number } = useText(feedsWords);
  return ({ everyMinutes, at, zone }) => {
    if (everyMinutes === undefined || everyMinutes === null) {
      return t("feeds.at", { times: (at ?? []).join(", "), zone });
    }
    if (everyMinutes === DAY) {
      return t("feeds.everyDay");
    }
    if (everyMinutes === HOUR) {
      return t("feeds.everyHour");
    }
    return everyMinutes % HOUR === 0
      ? t("feeds.everyHours", { count: number(everyMinutes / HOUR) })
      : t("feeds.everyMinutes", { count: number(everyMinutes) });
  };
}

/** The times of a text like "6:30, 18:00", as the API wants them. */
export function timesOf(text: string): string[] {
  return text
    .split(/[,;\s]+/)
    .filter((time) => time !== "")
    .map((time) => time.padStart(5, "0"));
}
