import { Clock } from "lucide-react";
import { memo } from "react";
import type { PostingStatus } from "../api/client.ts";
import { nameOf } from "../postings/line.tsx";
import { useText } from "../text/text.tsx";
import { localOf } from "@lotview/shared/src/zone.ts";
import { Status } from "../ui/parts.tsx";
import { type Placed, mayMove, moverOf } from "./days.ts";
import { useMoving } from "./moving.tsx";
import { scheduleWords } from "./words.ts";

const MINUTE = 60_000;
const RUNNING: PostingStatus[] = ["POSTING", "PUBLISHING"];

const sameDay = (one: string, other: string, zone: string) =>
  localOf(one, zone).slice(0, 10) === localOf(other, zone).slice(0, 10);

/** One planned posting: when, which vehicle, how it stands. It is dragged, or moved by its button. */
export const Tile = memo(function Tile({ placed, account }: { placed: Placed; account?: boolean }) {
  const { t, clock, time } = useText(scheduleWords);
  const { drag, open, show, zone } = useMoving();
  const { posting, at } = placed;
  const movable = mayMove(posting);
  const wanted = posting.scheduledFor;
  const late = at !== undefined && wanted !== null && Date.parse(at) - Date.parse(wanted) >= MINUTE;
  const name = nameOf(posting.vehicle);
  return (
    <div
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", posting.id);
        event.dataTransfer.effectAllowed = "move";
        drag(posting);
      }}
      onDragEnd={() => drag(undefined)}
      className={`rounded border border-line bg-page px-2 py-1 [contain-intrinsic-height:auto_56px] [content-visibility:auto] ${movable ? "cursor-grab" : ""}`}
    >
      <div className="flex items-center gap-1">
        <span className="mr-auto font-medium tabular-nums">
          {at !== undefined ? clock(at) : t(RUNNING.includes(posting.status) ? "schedule.now" : "schedule.soon")}
        </span>
        {movable && (
          <button
            type="button"
            id={moverOf(posting)}
            aria-label={t("schedule.moveOf", { name })}
            title={t("schedule.move")}
            className="grid size-6 shrink-0 place-items-center rounded hover:bg-hover"
            onClick={() => open(placed)}
          >
            <Clock size={14} aria-hidden />
          </button>
        )}
      </div>
      {/* A thousand of the router's links would cost more than all else here. */}
      <a
        href={`${import.meta.env.BASE_URL}postings/${posting.id}`}
        draggable={false}
        className="block break-words hover:underline"
        onClick={(event) => {
          if (!event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            show(posting);
          }
        }}
      >
        {name}
      </a>
      {account === true && <span className="mr-2 text-soft">{posting.account.label}</span>}
      {posting.status !== "READY" && <Status status={posting.status} />}
      {late && <span className="block text-xs text-soft">{t("schedule.wanted", { time: sameDay(wanted, at, zone) ? clock(wanted) : time(wanted) })}</span>}
    </div>
  );
});
