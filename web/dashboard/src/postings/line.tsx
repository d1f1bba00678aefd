import type { Posting, PostingStatus } from "../api/client.ts";
import { useText } from "../text/text.tsx";
import { Status } from "../ui/parts.tsx";
import { RowLink } from "../ui/row-link.tsx";
import { shownPerson } from "../ui/person.ts";
import { postingsWords } from "./words.ts";

export function nameOf(vehicle: { year?: number | null; make?: string | null; model?: string | null }): string {
  return [vehicle.year, vehicle.make, vehicle.model].filter((part) => part !== null && part !== undefined).join(" ");
}

const AHEAD: PostingStatus[] = ["QUEUED", "GENERATING", "READY", "AWAITING_APPROVAL"];

/** When it went live, is to start, or came to where it is. */
function whenOf(posting: Posting): string | null | undefined {
  return posting.postedAt ?? (AHEAD.includes(posting.status) ? (posting.expectedStart ?? posting.scheduledFor) : posting.updatedAt);
}

/** One posting on one line: which vehicle, how it stands, whose, and when. */
export function PostingLine({ posting }: { posting: Posting }) {
  const { t, time } = useText(postingsWords);
  const when = whenOf(posting);
  return (
    <RowLink
      to={`/postings/${posting.id}`}
      data-row
      className="grid min-h-12 items-center gap-x-3 border-b border-line px-2 py-1.5 hover:bg-hover lg:grid-cols-[2fr_8rem_1.5fr_1fr_11rem]"
    >
      {/* On a phone two lines, each as long as its words; beside it five columns. */}
      <span className="flex min-w-0 items-center justify-between gap-x-3 lg:contents">
        <span className="truncate font-medium">{nameOf(posting.vehicle)}</span>
        <span>
          <Status status={posting.status} />
        </span>
      </span>
      <span className="flex min-w-0 items-center justify-between gap-x-3 lg:contents">
        <span className="truncate text-soft">{posting.account.label}</span>
        <span className="hidden truncate text-soft lg:block">{shownPerson(posting.user.name, t)}</span>
        <span className="shrink-0 text-soft tabular-nums">{when ? time(when) : "–"}</span>
      </span>
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
    </RowLink>
  );
}
