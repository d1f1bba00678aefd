import { Download } from "lucide-react";
import { useState } from "react";
import { type Posting, api, body } from "../api/client.ts";
import { type PostingFilter, set } from "../api/queries.ts";
import { useText } from "../text/text.tsx";
import { saveCsv } from "../ui/csv.ts";
import { Button, Failure } from "../ui/parts.tsx";
import { useSay } from "../ui/toast.tsx";
import { nameOf } from "./line.tsx";
import { postingsWords } from "./words.ts";

const PART = 200;
// A person has a hundred requests a minute.
const MOST_PARTS = 25;

/** All postings that match what is shown, as a file. */
export function Export({ filter }: { filter: PostingFilter }) {
  const { t, number } = useText(postingsWords);
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function download() {
    setBusy(true);
    setError(undefined);
    try {
      const { postings, more } = await all(filter);
      const name = `postings-${new Date().toISOString().slice(0, 10)}.csv`;
      saveCsv(name, [
        [
          t("csv.vehicle"),
          t("field.price"),
          t("field.status"),
          t("csv.account"),
          t("csv.person"),
          t("csv.planned"),
          t("csv.posted"),
          t("csv.listing"),
          t("csv.problem"),
        ],
        ...postings.map(line),
      ]);
      if (more) {
        say(t("csv.cut", { count: number(postings.length) }));
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  function line(one: Posting) {
    return [
      nameOf(one.vehicle),
      one.price == null ? "" : one.price / 100,
      t(`status.${one.status}`),
      one.account.label,
      one.user.name,
      one.scheduledFor,
      one.postedAt,
      one.fbListingUrl,
      one.lastError?.message,
    ];
  }

  return (
    <>
      <Button disabled={busy} onClick={() => void download()}>
        <Download size={16} aria-hidden />
        {t("csv.do")}
      </Button>
      {error !== undefined && <Failure error={error} retry={() => void download()} />}
    </>
  );
}

async function all(filter: PostingFilter): Promise<{ postings: Posting[]; more: boolean }> {
  const postings: Posting[] = [];
  let cursor: string | null = null;
  for (let part = 0; part < MOST_PARTS; part++) {
    const query: object = { ...set(filter), limit: PART, ...(cursor === null ? {} : { cursor }) };
    const page: { data: Posting[]; nextCursor: string | null } = await body(
      api.GET("/v1/postings", { params: { query: query as never } }),
    );
    postings.push(...page.data);
    cursor = page.nextCursor;
    if (cursor === null) {
      return { postings, more: false };
    }
  }
  return { postings, more: true };
}
