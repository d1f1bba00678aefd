import { api } from "../api/client.ts";
import { queries } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { useAct } from "../ui/act.ts";
import { Failure } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { useSay } from "../ui/toast.tsx";
import { usersWords } from "./words.ts";

/** Erases a person who has left, and says before what goes and what stays. */
export function EraseUser({ id, name, close }: { id: string; name: string; close: () => void }) {
  const { t } = useText(usersWords);
  const say = useSay();
  const { act, busy, error } = useAct();

  async function erase() {
    if (await act(() => api.POST("/v1/users/{id}/erasure", { params: { path: { id } } }))) {
      // The name is in other lists too.
      void queries.invalidateQueries();
      say(t("users.erased"));
      close();
    }
  }

  return (
    <Sure
      question={t("users.eraseSure", { name })}
      answer={t("users.erase")}
      busy={busy}
      act={() => void erase()}
      close={close}
    >
      <p className="mb-2 text-soft">{t("users.eraseGoes")}</p>
      <p className="mb-2 text-soft">{t("users.eraseStays")}</p>
      {error !== undefined && <Failure error={error} />}
    </Sure>
  );
}
