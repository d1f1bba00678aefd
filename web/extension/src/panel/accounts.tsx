import { useEffect, useState } from "preact/hooks";
import { type Schemas, body } from "../session/api.ts";
import { t } from "../text/text.ts";
import { type Answer, useAnswer } from "./answer.ts";
import type { Place } from "./place.ts";

export type Account = Schemas["AccountToChoose"];

const LAST = "account";

export interface Chosen {
  all: Answer<Account[]>;
  /** That of the last time, or the first; undefined if there is none. */
  account: Account | undefined;
  choose: (id: string) => void;
}

/** The accounts that the person may use. */
export function useAccounts(place: Place): Chosen {
  const all = useAnswer(() => usable(place), [place.api]);
  const [chosen, choose] = useState<string>();
  useEffect(() => {
    void chrome.storage.local.get<Record<string, string>>(LAST).then((kept) => choose((now) => now ?? kept[LAST]));
  }, []);
  return { all, account: all.data?.find((one) => one.id === chosen) ?? all.data?.[0], choose };
}

/** The next order has this account chosen already. */
export const remember = (account: Account): void => void chrome.storage.local.set({ [LAST]: account.id });

async function usable(place: Place): Promise<Account[]> {
  const { data } = await body(place.api.GET("/v1/fb-accounts"));
  return (data as Account[]).filter((one) => one.state !== "DISCONNECTED");
}

/** Nothing to choose where there is one. */
export function AccountChoice({ all, account, choose }: Chosen) {
  return (all.data?.length ?? 0) < 2 ? null : (
    <label>
      {t("post.account")}
      <select name="account" value={account?.id} onChange={(event) => choose(event.currentTarget.value)}>
        {all.data?.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label} ({t(`account.${one.state}`)})
          </option>
        ))}
      </select>
    </label>
  );
}
