import { useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

/**
 * A link in a row of a list. The router's own works out for each where it leads and whether that is here: of a screen
 * of rows this costs more than all else.
 */
export function RowLink({ to, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }) {
  const router = useRouter();
  return (
    <a
      href={import.meta.env.BASE_URL + to.slice(1)}
      onClick={(event) => {
        if (!event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          void router.navigate({ to });
        }
      }}
      {...rest}
    />
  );
}
