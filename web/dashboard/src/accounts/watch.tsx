import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { api, body } from "../api/client.ts";
import { useText } from "../text/text.tsx";
import { Failure, Rows } from "../ui/parts.tsx";
import { accountsWords } from "./words.ts";

const LOOK_AGAIN = 5_000;

/** When the account's listings were last read, and how many of them LotView did not make. */
export function Watch({ id }: { id: string }) {
  const { t, named, time, number } = useText(accountsWords);
  const watch = useQuery({
    queryKey: ["accounts", "watch", id],
    queryFn: () => body(api.GET("/v1/fb-accounts/{id}/listings", { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === "RUNNING" ? LOOK_AGAIN : false),
  });
  const never = watch.error instanceof ApiProblem && watch.error.status === 404;
  return (
    <div className="space-y-1">
      <p className="max-w-prose text-soft">{t("accounts.watchHint")}</p>
      {watch.isPending && <Rows count={1} />}
      {watch.isError && (never ? <p>{t("accounts.watchNever")}</p> : <Failure error={watch.error} retry={() => void watch.refetch()} />)}
      {watch.data !== undefined && (
        <>
          <p role="status">
            <span className={watch.data.state === "FAILED" ? "text-bad" : ""}>
              {named(`watch.${watch.data.state}`, watch.data.state)}
            </span>{" "}
            <span className="text-soft">
              {watch.data.lastLookAt !== null && t("accounts.watchLast", { time: time(watch.data.lastLookAt) })}{" "}
              {t("accounts.watchNext", { time: time(watch.data.nextLookAt) })}
            </span>
          </p>
          {watch.data.error !== null && <p className="text-bad">{watch.data.error}</p>}
          {watch.data.otherListings !== null && watch.data.otherListings > 0 && (
            <p>{t("accounts.watchOthers", { count: number(watch.data.otherListings) })}</p>
          )}
        </>
      )}
      <p>
        <Link to="/postings" search={{ fbAccountId: id, status: ["POSTED"] }} className="text-accent underline">
          {t("accounts.watchPostings")}
        </Link>
      </p>
    </div>
  );
}
