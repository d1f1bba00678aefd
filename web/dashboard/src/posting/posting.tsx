import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Posting } from "../api/client.ts";
import { posting } from "../api/queries.ts";
import { nameOf } from "../postings/line.tsx";
import { postingsWords } from "../postings/words.ts";
import { useText } from "../text/text.tsx";
import { Failure, Panel, Rows, Status, failed } from "../ui/parts.tsx";
import { shownPerson } from "../ui/person.ts";
import { Actions } from "./actions.tsx";
import { Listing } from "./listing.tsx";
import { Timeline } from "./timeline.tsx";
import { postingWords } from "./words.ts";

/** The life of one posting, and what a person can do about it. */
export function PostingPage() {
  const { id } = useParams({ from: "/postings/$id" });
  const shown = useQuery(posting(id));
  if (failed(shown)) {
    return <Failure error={shown.error} retry={() => void shown.refetch()} />;
  }
  return shown.data === undefined ? <Rows count={8} /> : <Shown posting={shown.data} />;
}

function Shown({ posting }: { posting: Posting }) {
  const { t, time, money } = useText(postingWords, postingsWords);
  return (
    <div className="space-y-4">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-lg font-semibold">
          <Link to="/inventory/$id" params={{ id: posting.vehicleId }} className="hover:underline">
            {nameOf(posting.vehicle)}
          </Link>
        </h1>
        <Status status={posting.status} />
        <span className="mr-auto text-soft">
          {money(posting.price)} · {posting.account.label} · {shownPerson(posting.user.name, t)}
        </span>
        {posting.fbListingUrl !== null && posting.fbListingUrl !== undefined && (
          <a href={posting.fbListingUrl} target="_blank" rel="noreferrer" className="text-accent underline">
            {t("posting.open")}
          </a>
        )}
      </header>
      {posting.lastError !== null && posting.lastError !== undefined && (
        <p role="status" className="rounded border border-bad px-3 py-2 font-medium">
          {posting.lastError.message}
        </p>
      )}
      {posting.waitsFor !== undefined && (
        <p role="status" className="text-soft">
          {t("postings.waits", { what: t(`waits.${posting.waitsFor}`) })}{" "}
          {posting.expectedStart !== undefined && t("posting.expected", { time: time(posting.expectedStart) })}
        </p>
      )}
      <Actions posting={posting} />
      <Differences posting={posting} />
      <Listing posting={posting} />
      <Timeline posting={posting} />
      {posting.description !== null && (
        <Panel title={t("posting.text")}>
          <p className="font-medium">{posting.title}</p>
          <p className="mt-2 max-w-prose whitespace-pre-wrap">{posting.description}</p>
        </Panel>
      )}
    </div>
  );
}

function Differences({ posting }: { posting: Posting }) {
  const { t } = useText(postingWords);
  const differences = posting.differences ?? [];
  return differences.length === 0 ? null : (
    <Panel title={t("posting.differences")}>
      <table className="w-full text-left">
        <thead className="text-soft">
          <tr>
            <th />
            <th className="font-normal">{t("posting.wanted")}</th>
            <th className="font-normal">{t("posting.found")}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.field} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-3 font-medium">
                {difference.field}
              </th>
              <td className="py-1 pr-3">{difference.wanted}</td>
              <td className="py-1">{difference.found}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
