import type { Role } from "../api/settings.ts";
import { useText } from "../text/text.tsx";
import { usersWords } from "./words.ts";

const ROLES: Role[] = ["SALESPERSON", "SALES_MANAGER", "GM"];

/** Which role, each with what it may do. */
export function RoleChoice({ role }: { role: Role }) {
  const { t } = useText(usersWords);
  return (
    <fieldset>
      <legend className="mb-1 text-soft">{t("users.role")}</legend>
      {ROLES.map((one) => (
        <label key={one} className="flex gap-2 py-1">
          <input type="radio" name="role" value={one} defaultChecked={one === role} className="mt-1" />
          <span>
            <span className="font-medium">{t(`role.${one}`)}</span>
            <span className="block text-xs text-soft">{t(`role.may.${one}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
