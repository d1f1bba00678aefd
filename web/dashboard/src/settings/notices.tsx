import { useMutation, useQuery } from "@tanstack/react-query";
import { type Schemas, api, body } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { noticePreferences } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { Failure, Panel, Rows } from "../ui/parts.tsx";
import { noticesWords, settingsWords } from "./words.ts";

type Preference = Schemas["NoticePreference"];

const KEY = noticePreferences().queryKey;

/** Of what the person wants to hear, and how. */
export function NoticePreferences() {
  const { t, named } = useText(noticesWords, settingsWords);
  const list = useQuery(noticePreferences());
  const change = useMutation({
    // One after the other: each order names all of them.
    scope: { id: "notice-preferences" },
    mutationFn: () =>
      body(api.PUT("/v1/me/notice-preferences", { body: { data: queries.getQueryData(KEY)?.data ?? [] } })),
    onError: () => queries.invalidateQueries({ queryKey: KEY }),
  });

  function set(kind: Preference["kind"], how: "inApp" | "mail", on: boolean) {
    queries.setQueryData(KEY, (before) =>
      before === undefined
        ? before
        : { data: before.data.map((one) => (one.kind === kind ? { ...one, [how]: on } : one)) },
    );
    change.mutate();
  }

  const words = (kind: string) => named(`notice.${kind}`, kind);
  return (
    <Panel title={t("settings.notices")}>
      <p className="mb-3 max-w-prose text-soft">{t("notices.hint")}</p>
      {list.isPending && <Rows count={6} />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {change.isError && <Failure error={change.error} />}
      {list.data !== undefined && (
        <table className="w-full max-w-2xl text-left">
          <thead className="text-xs text-soft">
            <tr>
              <th scope="col" className="py-1 font-normal">
                {t("notices.what")}
              </th>
              <th scope="col" className="w-20 py-1 text-center font-normal">
                {t("notices.inApp")}
              </th>
              <th scope="col" className="w-20 py-1 text-center font-normal">
                {t("notices.mail")}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.data.data.map((one) => (
              <tr key={one.kind} className="border-t border-line">
                <th scope="row" className="py-2 font-normal">
                  {words(one.kind)}
                </th>
                {(["inApp", "mail"] as const).map((how) => (
                  <td key={how} className="text-center">
                    <label className="inline-grid size-8 place-items-center">
                      <input
                        type="checkbox"
                        checked={one[how]}
                        aria-label={`${words(one.kind)}: ${t(`notices.${how}`)}`}
                        onChange={(event) => set(one.kind, how, event.target.checked)}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
