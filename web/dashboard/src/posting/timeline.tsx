import type { Posting } from "../api/client.ts";
import { useText } from "../text/text.tsx";
import { Panel } from "../ui/parts.tsx";
import { postingWords } from "./words.ts";

const BAD = ["FAILED", "NEEDS_LOGIN", "NEEDS_REVIEW"];

/** What happened, oldest first; failures bold, the pictures of each attempt in their place. */
export function Timeline({ posting }: { posting: Posting }) {
  const { t, named, time } = useText(postingWords);
  const lines = posting.timeline ?? [];
  const pictures = posting.evidence ?? [];
  const attempts = [...new Set(lines.map((line) => line.attempt))];
  return (
    <Panel title={t("posting.timeline")}>
      {attempts.map((attempt) => (
        <section key={attempt} className="mb-3">
          {attempts.length > 1 && attempt > 0 && <h3 className="text-soft">{t("posting.attempt", { attempt })}</h3>}
          <ol>
            {lines
              .filter((line) => line.attempt === attempt)
              .map((line, index) => (
                <li
                  key={index}
                  className={`grid gap-x-2 py-0.5 sm:grid-cols-[12rem_1fr] ${BAD.includes(line.status ?? "") ? "font-semibold text-bad" : ""}`}
                >
                  <time dateTime={line.at} className="font-normal text-soft tabular-nums">
                    {time(line.at)}
                  </time>
                  <span>{line.message}</span>
                </li>
              ))}
          </ol>
          <ul className="mt-2 flex flex-wrap gap-2">
            {pictures
              .filter((picture) => picture.attempt === attempt)
              .map((picture) => (
                <li key={picture.url}>
                  <a href={picture.url} target="_blank" rel="noreferrer">
                    <img src={picture.url} alt="" className="h-28 rounded border border-line" />
                    <span className="text-xs text-soft">{named(`picture.${picture.kind}`, picture.kind)}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
