import { useEffect, useState } from "preact/hooks";
import { GoOn } from "../fill/fill-here.tsx";
import type { Line } from "@lotview/shared/src/live-line.ts";
import { type Posting, body } from "../session/api.ts";
import { liveLine } from "../session/live.ts";
import { t, time } from "../text/text.ts";
import { useAnswer } from "./answer.ts";
import { Button, Failure, Link, Loading } from "./parts.tsx";
import { type Place, dashboard } from "./place.ts";

const GATHER = 150;
const ASK_AGAIN = 5_000;
const ENDED = ["FAILED", "CANCELLED", "DELETED"];

/** How a posting goes, live, and the listing when it is there. */
export function Progress(props: { place: Place; id: string; already: boolean; renew: () => void }) {
  const { place, id, already, renew } = props;
  const posting = useAnswer(() => body(place.api.GET("/v1/postings/{id}", { params: { path: { id } } })), [id]);
  const line = useEvents(place, id, posting.again);
  useEffect(() => {
    if (line === "live") {
      return;
    }
    const timer = window.setInterval(posting.again, ASK_AGAIN);
    return () => window.clearInterval(timer);
  }, [line]);
  if (posting.data === undefined) {
    return posting.error === undefined ? <Loading /> : <Failure error={posting.error} again={posting.again} />;
  }
  const one = posting.data;
  if (one.byHand && one.status === "POSTING") {
    return <GoOn api={place.api} vehicleId={one.vehicleId} postingId={one.id} />;
  }
  return (
    <div>
      {already && <p>{t("progress.already")}</p>}
      <p class={ENDED.includes(one.status) ? "bad" : ""}>
        <strong role="status">{t(`status.${one.status}`)}</strong>
      </p>
      {one.expectedStart !== undefined && (
        <p>{t("progress.starts", { time: time(one.expectedStart, place.me.dealership.timezone) })}</p>
      )}
      {line === "broken" && <p class="soft">{t("progress.offline")}</p>}
      <Steps posting={one} />
      {one.lastError !== null && <p class="bad">{one.lastError.message}</p>}
      {one.fbListingUrl !== null && one.status !== "DELETED" && (
        <p>
          <Link href={one.fbListingUrl}>{t("progress.open")}</Link>
        </p>
      )}
      <p>
        <Link href={dashboard(place, "postings/" + id)}>{t("progress.details")}</Link>
      </p>
      {ENDED.includes(one.status) && <Button onClick={renew}>{t("post.again")}</Button>}
    </div>
  );
}

/** The steps of the last attempt. */
function Steps({ posting }: { posting: Posting }) {
  const lines = posting.timeline ?? [];
  const attempt = Math.max(0, ...lines.map((line) => line.attempt));
  const steps = lines.filter((line) => line.attempt === attempt && line.step !== null && line.total !== null);
  const last = steps.at(-1);
  return last === undefined ? null : (
    <>
      <progress
        value={last.step ?? 0}
        max={last.total ?? 1}
        aria-label={t("progress.step", { step: last.step ?? 0, total: last.total ?? 0 })}
      />
      <ol class="steps">
        {steps.map((step, index) => (
          <li key={index}>
            <span class="soft">
              {step.step}/{step.total}
            </span>{" "}
            {step.message}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Calls back when the socket tells of the posting, and after a break. */
function useEvents(place: Place, id: string, then: () => void): Line {
  const [line, setLine] = useState<Line>("connecting");
  useEffect(() => {
    let timer: number | undefined;
    const soon = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(then, GATHER);
    };
    const live = liveLine(
      place.server,
      place.api,
      (frame) => (frame.event === "resync" || frame.data["postingId"] === id) && soon(),
      (now) => {
        setLine(now);
        if (now === "live") {
          soon();
        }
      },
    );
    return () => {
      live.end();
      window.clearTimeout(timer);
    };
  }, [place.api, id]);
  return line;
}
