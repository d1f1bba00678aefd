import { type FormEvent, useState } from "react";
import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { Button, Failure, Field } from "../ui/parts.tsx";
import { accountsWords } from "./words.ts";

/** What an account is called here. */
export function Rename({ id, label, close }: { id: string; label: string; close: () => void }) {
  const { t } = useText(accountsWords);
  const [error, setError] = useState<unknown>();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get("label")).trim();
    setError(undefined);
    try {
      await api.PATCH("/v1/fb-accounts/{id}", { params: { path: { id } }, body: { label: chosen } });
      await queries.invalidateQueries({ queryKey: ["accounts"] });
      close();
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <form onSubmit={(event) => void save(event)} className="max-w-md space-y-2">
      <Field label={t("accounts.label")} name="label" defaultValue={label} required maxLength={100} autoFocus />
      {error !== undefined && <Failure error={error} />}
      <Button type="submit" kind="main">
        {t("ask.save")}
      </Button>
    </form>
  );
}
