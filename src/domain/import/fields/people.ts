/** Somebody whom the handbook knows; `slug` is what a reference to them says. */
export interface Person {
  readonly slug: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly handles?: readonly string[] | undefined;
}

/** The person that a name, mail address or handle means; undefined where it is nobody or more than one. */
export function personOf(text: string, people: readonly Person[]): string | undefined {
  const named = folded(text);
  if (named === '') return undefined;
  const found = people.filter((person) => namesOf(person).includes(named));
  if (found.length === 1) return found[0]?.slug;
  const mail = /[\w.+-]{1,64}@[\w.-]{1,200}\w/.exec(text)?.[0];
  return mail === undefined || mail === text ? undefined : personOf(mail, people);
}

/** The people of a list such as `Ann Lee, @bob and carol@x.example`, and whether all of it was understood. */
export function peopleOf(
  value: unknown,
  people: readonly Person[],
): { readonly slugs: readonly string[]; readonly all: boolean } {
  const names = (Array.isArray(value) ? value : [value])
    .flatMap((one) =>
      typeof one === 'string' ? one.slice(0, 1000).split(/[,;&\n]|\s(?:and|und)\s/) : [],
    )
    .map((name) => name.trim())
    .filter(Boolean);
  const slugs = names.map((name) => personOf(name, people));
  const known = slugs.filter((slug) => slug !== undefined);
  return { slugs: [...new Set(known)], all: names.length > 0 && known.length === names.length };
}

const namesOf = ({ slug, name, email, handles }: Person): string[] =>
  [slug, name, email ?? '', ...(handles ?? [])].map(folded);

const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[\s*_`[<(@]{1,5}|[\s*_`\])>.]{1,5}$/g, '')
    .replace(/\s+/g, ' ');
