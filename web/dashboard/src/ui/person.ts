/** The name that the API gives every erased person. */
const ERASED = "Erased person";

/** A person's name as it is shown: the erased have none, but a word of the language. */
export const shownPerson = <Name extends string | null>(name: Name, t: (key: "person.erased") => string) =>
  name === ERASED ? t("person.erased") : name;
