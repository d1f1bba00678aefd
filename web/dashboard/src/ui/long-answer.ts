import { useQueries } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { PART } from "../api/queries.ts";

// Parts that a quick scroll only passes are not asked for.
const STAY = 80;

interface Part<T> {
  data: T[];
  pagination?: { total: number } | null | undefined;
}

interface Question<T> {
  queryKey: readonly unknown[];
  queryFn: () => Promise<Part<T>>;
}

/**
 * A long answer of which only the parts on the screen are asked for, and asked for again when something changes: so a
 * change costs the same at the end of ten thousand rows as at their start.
 *
 * @param part the question for one part; parts are counted from 1
 */
export function useLongAnswer<T>(part: (page: number) => Question<T>) {
  const question = JSON.stringify(part(0).queryKey);
  const [wanted, setWanted] = useState({ question, first: 1, last: 1 });
  const [seen, setSeen] = useState(wanted);
  useEffect(() => {
    const timer = window.setTimeout(() => setWanted(seen), STAY);
    return () => window.clearTimeout(timer);
  }, [seen]);

  // The first part says how many there are.
  const pages = [1];
  if (wanted.question === question) {
    for (let page = Math.max(2, wanted.first); page <= wanted.last; page++) {
      pages.push(page);
    }
  }
  const answers = useQueries({ queries: pages.map(part) });
  const parts = new Map(pages.map((page, index) => [page, answers[index]?.data?.data]));
  const see = useCallback(
    (first: number, last: number) => {
      const now = { question, first: Math.floor(first / PART) + 1, last: Math.floor(last / PART) + 1 };
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    },
    [question],
  );
  return {
    total: answers[0]?.data?.pagination?.total,
    row: (index: number) => parts.get(Math.floor(index / PART) + 1)?.[index % PART],
    see,
    isPending: answers[0]?.isPending ?? true,
    error: answers.find((answer) => answer.isError)?.error,
    refetch: () => answers.forEach((answer) => void answer.refetch()),
  };
}

/** An answer that is loaded from its start on, as far as a person has come. */
export function useGrowing<T>(rows: T[], more: (() => void) | undefined) {
  const count = rows.length;
  const see = useCallback(
    (_: number, last: number) => {
      if (last === count - 1) {
        more?.();
      }
    },
    [count, more],
  );
  return { count, row: (index: number) => rows[index], see };
}
