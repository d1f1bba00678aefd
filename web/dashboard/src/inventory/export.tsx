import { Download } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { InventorySearch } from "../shell/router.tsx";
import { useText } from "../text/text.tsx";
import { Button, Failure } from "../ui/parts.tsx";
import { inventoryWords } from "./words.ts";

/** All vehicles that match what is shown, as a file. */
export function Export({ search }: { search: InventorySearch }) {
  const { t } = useText(inventoryWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function download() {
    setBusy(true);
    setError(undefined);
    try {
      const query = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
      const { data } = await api.GET("/v1/vehicles/export", {
        params: { query: { ...query, format: "csv" } },
        parseAs: "blob",
      });
      save(data as unknown as Blob);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button disabled={busy} onClick={() => void download()}>
        <Download size={16} aria-hidden />
        {t("inventory.csv")}
      </Button>
      {error !== undefined && <Failure error={error} retry={() => void download()} />}
    </>
  );
}

function save(file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `inventory-${new Date().toISOString().slice(0, 10)}.csv`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href));
}
