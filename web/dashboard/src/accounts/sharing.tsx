import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, body } from "../api/client.ts";
import { ApiProblem } from "@lotview/shared/src/problem.ts";
import { queries } from "../api/queries.ts";
import { useRole } from "../session/role.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Rows } from "../ui/parts.tsx";
import { accountsWords } from "./words.ts";

const MAX_USERS = 200;

/** Who may post through an account beside the managers. */
export function Sharing({ id, close }: { id: string; close: () => void }) {
  const shared = useQuery({
    queryKey: ["accounts", "users", id],
    queryFn: async () => {
      const { data, response } = await api.GET("/v1/fb-accounts/{id}/users", { params: { path: { id } } });
      return { ...(await body(Promise.resolve(data === undefined ? {} : { data }))), tag: response.headers.get("ETag") };
    },
    staleTime: 0,
  });
  if (shared.isError) {
    return <Failure error={shared.error} retry={() => void shared.refetch()} />;
  }
  return shared.data === undefined ? (
    <Rows count={2} />
  ) : (
    <Choose key={shared.data.tag} id={id} close={close} shared={shared.data} />
  );
}

function Choose({
  id,
  close,
  shared,
}: {
  id: string;
  close: () => void;
  shared: { everybody: boolean; userIds: string[]; tag: string | null };
}) {
  const { t } = useText(accountsWords);
  const { general } = useRole();
  // Only general managers see who is there.
  const people = useQuery({
    queryKey: ["users", "sharing"],
    queryFn: () =>
      body(api.GET("/v1/users", { params: { query: { role: "SALESPERSON", state: ["ACTIVE", "INVITED"], limit: MAX_USERS } } })),
    enabled: general,
  });
  const [everybody, setEverybody] = useState(shared.everybody);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(shared.userIds));
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState(false);

  function choose(person: string, on: boolean) {
    const after = new Set(chosen);
    on ? after.add(person) : after.delete(person);
    setChosen(after);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    try {
      await api.PUT("/v1/fb-accounts/{id}/users", {
        params: { path: { id }, header: shared.tag === null ? {} : { "If-Match": shared.tag } },
        body: everybody ? { everybody: true } : { userIds: [...chosen] },
      });
      await queries.invalidateQueries({ queryKey: ["accounts"] });
      close();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 412) {
        setConflict(true);
        await queries.invalidateQueries({ queryKey: ["accounts", "users", id] });
      } else {
        setError(problem);
      }
    }
  }

  const salespeople = people.data?.data ?? [];
  return (
    <form onSubmit={(event) => void save(event)} className="space-y-2">
      <fieldset>
        <legend className="mb-1 text-soft">{t("sharing.title")}</legend>
        <label className="flex min-h-8 items-center gap-2">
          <input type="radio" name="who" checked={everybody} onChange={() => setEverybody(true)} />
          {t("sharing.everybody")}
        </label>
        <label className="flex min-h-8 items-center gap-2">
          <input type="radio" name="who" checked={!everybody} onChange={() => setEverybody(false)} />
          {t("sharing.some", { count: chosen.size })}
        </label>
        {!everybody && (
          <ul className="ml-6">
            {salespeople.map((person) => (
              <li key={person.id}>
                <label className="flex min-h-8 items-center gap-2">
                  <input
                    type="checkbox"
                    checked={chosen.has(person.id)}
                    onChange={(event) => choose(person.id, event.target.checked)}
                  />
                  {person.firstName} {person.lastName} <span className="text-soft">{person.email}</span>
                </label>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      {!everybody && !general && <p className="text-soft">{t("sharing.namesByGeneral")}</p>}
      {!everybody && people.isSuccess && salespeople.length === 0 && <p className="text-soft">{t("sharing.nobody")}</p>}
      {people.isError && <Failure error={people.error} retry={() => void people.refetch()} />}
      {conflict && <p role="alert">{t("sharing.conflict")}</p>}
      {error !== undefined && <Failure error={error} />}
      <Button type="submit" kind="main">
        {t("ask.save")}
      </Button>
    </form>
  );
}
