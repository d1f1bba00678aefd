import { Link } from "@tanstack/react-router";
import type { AuditEntry } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { shownPerson } from "../ui/person.ts";
import { deviceOf } from "./device.ts";
import { auditWords } from "./words.ts";

/** One deed: who, what, when and where, with each changed field before and after. */
export function AuditLine({
  entry,
  names,
  about,
}: {
  entry: AuditEntry;
  /** Of the subjects that have a known one. */
  names: ReadonlyMap<string, string>;
  about: (subject: string) => void;
}) {
  const { t, named, time } = useText(auditWords);
  const words = named(`deed.${entry.action}`, entry.action);
  const name = names.get(entry.subject);
  return (
    <li className="border-t border-line py-2">
      <div className="grid gap-x-3 sm:grid-cols-[11rem_1fr_auto]">
        <span className="text-soft">{time(entry.at)}</span>
        <span className="min-w-0">
          <strong>{entry.userName === null ? t("audit.nobody") : shownPerson(entry.userName, t)}</strong>: {words}
            {name !== undefined && `: ${name}`}{" "}
          <code className="text-xs break-words text-soft">{entry.action}</code>
        </span>
        <span className="flex flex-wrap items-baseline gap-x-3">
          <Subject subject={entry.subject} />
          <button type="button" className="min-h-6 text-accent underline" onClick={() => about(entry.subject)}>
            {t("audit.allOfIt")}
          </button>
        </span>
      </div>
      {(entry.ip !== null || entry.userAgent !== null) && (
        <p className="text-xs text-soft sm:pl-[11.75rem]">
          {[entry.userAgent === null ? null : deviceOf(entry.userAgent), entry.ip].filter((part) => part !== null).join(" · ")}
        </p>
      )}
      {entry.changes.length > 0 && (
        <details className="sm:pl-[11.75rem]">
          <summary className="min-h-6 cursor-pointer text-accent">
            {t("audit.changes", { count: entry.changes.length })}
          </summary>
          <Changes entry={entry} />
        </details>
      )}
    </li>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const { t } = useText(auditWords);
  const shown = (value: string | null) => (value === null || value === "" ? t("audit.empty") : value);
  return (
    <table className="w-full table-fixed text-left">
      <thead className="text-xs text-soft">
        <tr>
          <th scope="col" className="py-1 pr-3 font-normal">
            {t("audit.field")}
          </th>
          <th scope="col" className="py-1 pr-3 font-normal">
            {t("audit.before")}
          </th>
          <th scope="col" className="py-1 font-normal">
            {t("audit.after")}
          </th>
        </tr>
      </thead>
      <tbody>
        {entry.changes.map((change) => (
          <tr key={change.field} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-3 font-medium break-words">
              {change.field}
            </th>
            <td className="py-1 pr-3 break-words text-soft">{shown(change.from)}</td>
            <td className="py-1 break-words">{shown(change.to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Leads to what the deed was done to, where it has a page. */
function Subject({ subject }: { subject: string }) {
  const { t } = useText(auditWords);
  const [kind, id] = subject.split("/");
  if (id === undefined) {
    return null;
  }
  const look = "text-accent underline";
  switch (kind) {
    case "vehicle":
      return (
        <Link to="/inventory/$id" params={{ id }} className={look}>
          {t("audit.open")}
        </Link>
      );
    case "posting":
      return (
        <Link to="/postings/$id" params={{ id }} className={look}>
          {t("audit.open")}
        </Link>
      );
    case "webhook":
      return (
        <Link to="/settings/webhooks/$id" params={{ id }} className={look}>
          {t("audit.open")}
        </Link>
      );
    default:
      return null;
  }
}
