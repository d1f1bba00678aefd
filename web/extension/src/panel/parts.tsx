import { ApiProblem } from "@lotview/shared/src/problem.ts";
import type { ComponentChildren } from "preact";
import { t } from "../text/text.ts";

export function Button({
  children,
  onClick,
  main = false,
  disabled = false,
}: {
  children: ComponentChildren;
  onClick: () => void;
  main?: boolean;
  disabled?: boolean;
}) {
  return (
    <button type="button" class={main ? "main" : ""} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

export function Link({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <div role="alert" class="bad">
      <p>{problem === undefined || problem.unanswered ? t("error.unanswered") : problem.message}</p>
      {problem !== undefined && !problem.unanswered && <p class="soft">{t("error.code", { code: problem.code })}</p>}
      {again !== undefined && <Button onClick={again}>{t("error.tryAgain")}</Button>}
    </div>
  );
}

export const Loading = () => (
  <p role="status" class="soft">
    {t("load.loading")}
  </p>
);
