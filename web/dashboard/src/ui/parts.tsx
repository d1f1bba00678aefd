import type { ButtonHTMLAttributes, InputHTMLAttributes, ReactNode } from "react";
import type { PostingStatus } from "../api/client.ts";
import { ApiProblem, passes } from "@lotview/shared/src/problem.ts";
import { useText } from "../text/text.tsx";

export function Button({
  kind = "plain",
  className = "",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: "main" | "plain" | "danger" }) {
  const look = {
    main: "bg-accent text-on-accent border-transparent",
    plain: "bg-panel text-ink border-line hover:bg-hover",
    danger: "bg-panel text-bad border-bad hover:bg-hover",
  }[kind];
  return (
    <button
      type="button"
      className={`inline-flex min-h-8 items-center gap-1.5 rounded border px-3 py-1 font-medium disabled:opacity-50 ${look} ${className}`}
      {...rest}
    />
  );
}

export function Field({ label, ...rest }: InputHTMLAttributes<HTMLInputElement> & { label: string }) {
  return (
    <label className="block">
      <span className="mb-1 block text-soft">{label}</span>
      <input className="w-full min-h-8 rounded border border-line bg-panel px-2 py-1 text-ink" {...rest} />
    </label>
  );
}

export function Panel({ title, children, aside }: { title?: string; children: ReactNode; aside?: ReactNode }) {
  return (
    <section className="rounded border border-line bg-panel">
      {title !== undefined && (
        <header className="flex items-center justify-between border-b border-line px-3 py-2">
          <h2 className="font-semibold">{title}</h2>
          {aside}
        </header>
      )}
      <div className="p-3">{children}</div>
    </section>
  );
}

const TONES: Record<PostingStatus, string> = {
  QUEUED: "text-soft border-line",
  AWAITING_APPROVAL: "text-warn border-warn",
  GENERATING: "text-soft border-line",
  READY: "text-soft border-line",
  POSTING: "text-accent border-accent",
  PUBLISHING: "text-accent border-accent",
  POSTED: "text-good border-good",
  FAILED: "text-bad border-bad",
  CANCELLED: "text-soft border-line",
  DELETED: "text-soft border-line",
  NEEDS_LOGIN: "text-warn border-warn",
  NEEDS_REVIEW: "text-warn border-warn",
};

export function Status({ status }: { status: PostingStatus }) {
  const { t } = useText();
  return (
    <span className={`inline-block rounded border px-1.5 text-xs leading-5 whitespace-nowrap ${TONES[status]}`}>
      {t(`status.${status}`)}
    </span>
  );
}

export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="px-4 py-12 text-center">
      <p className="font-semibold">{title}</p>
      {hint !== undefined && <p className="mt-1 text-soft">{hint}</p>}
      <div className="mt-3">{children}</div>
    </div>
  );
}

/** Whether a page must show the failure of its question: with an earlier answer only if that has become wrong. */
export function failed(question: { isError: boolean; error: unknown; data: unknown }): boolean {
  return question.isError && (question.data === undefined || !passes(question.error));
}

export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { t, named } = useText();
  const problem = error instanceof ApiProblem ? error : undefined;
  const text =
    problem === undefined
      ? String(error)
      : problem.unanswered
        ? t("error.unanswered")
        : problem.status === 403
          ? t("noRight")
          : problem.message;
  const wrong = (problem?.body?.errors ?? []).filter((one) => !text.includes(one.reason));
  return (
    <div role="alert" className="rounded border border-bad p-3">
      <p>{text}</p>
      {wrong.map((one) => (
        <p key={one.field + one.reason} className="mt-1">
          {named(`field.${one.field}`, one.field)}: {one.reason}
        </p>
      ))}
      {problem !== undefined && !problem.unanswered && (
        <p className="mt-1 text-xs text-soft">{t("error.code", { code: problem.code })}</p>
      )}
      {retry !== undefined && (
        <Button className="mt-2" onClick={retry}>
          {t("error.tryAgain")}
        </Button>
      )}
    </div>
  );
}

/** Keeps the place of what is loading, so that nothing jumps when it comes. */
export function Rows({ count }: { count: number }) {
  const { t } = useText();
  return (
    <div role="status" aria-label={t("load.loading")}>
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="h-14 border-b border-line px-3 py-3">
          <div className="h-4 w-2/3 rounded bg-hover" />
        </div>
      ))}
    </div>
  );
}
