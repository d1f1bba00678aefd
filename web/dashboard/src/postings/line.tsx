import { Link } from "@tanstack/react-router";
import type { Posting } from "../api/client.ts";
import { useText } from "../text/text.tsx";
import { Status } from "../ui/parts.tsx";
import { postingsWords } from "./words.ts";

export function nameOf(vehicle: { year?: number | null; make?: string | null; model?: string | null }): string {
  return [vehicle.year, vehicle.make, vehicle.model].filter((part) => part !== null && part !== undefined).join(" ");
}

/** One posting on one line: which vehicle, how it stands, whose, and when. */
export function PostingLine({ posting }: { posting: Posting }) {
  const { t, time } = useText(postingsWords);
  const when = posting.postedAt ?? posting.expectedStart ?? posting.scheduledFor;
  return (
    <Link
      to="/postings/$id"
      params={{ id: posting.id }}
      data-row
      className="grid min-h-12 grid-cols-[1fr_auto] items-center gap-x-3 border-b border-line px-2 py-1.5 hover:bg-hover sm:grid-cols-[2fr_10rem_1fr_1fr_11rem]"
    >
      <span className="truncate font-medium">{nameOf(posting.vehicle)}</span>
      <span className="justify-self-end sm:justify-self-start">
        <Status status={posting.status} />
      </span>
      <span className="truncate text-soft">{posting.account.label}</span>
      <span className="hidden truncate text-soft sm:block">{posting.user.name}</span>
      <span className="justify-self-end truncate text-soft sm:justify-self-start">{when ? time(when) : "–"}</span>
      {posting.lastError !== null && (
        <span className="col-span-full truncate text-bad">
          {posting.lastError?.message}
        </span>
      )}
      {posting.waitsFor !== undefined && posting.lastError === null && (
        <span className="col-span-full truncate text-xs text-soft">
          {t("postings.waits", { what: t(`waits.${posting.waitsFor}`) })}
        </span>
      )}
    </Link>
  );
}
