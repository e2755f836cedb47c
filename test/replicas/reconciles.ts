// Whether two replicas have reconciled at once, by what Microsoft was asked.
import type { Call } from '../crash/microsoft-process.js';
import type { Hit } from '../crash/news.js';

/** A page of everything, as one replica has asked for it. */
interface Page {
  readonly name: string;
  /** What befell its process. */
  readonly hits: readonly Hit[];
  readonly list: string;
  readonly startedAt: number;
  endedAt: number;
}

const lists =
  /^\/v1(?:\.0)?\/(customers|tenantRelationships\/delegatedAdminRelationships)(?:\?(?!\$filter|\$top=1$|size=1$)|$)/;

/** The pages of everything that were asked for. */
export class Reconciles {
  readonly #pages: Page[] = [];

  /** Takes note of a call; what it returns takes note of its end. */
  heard(name: string, hits: readonly Hit[], { method, path }: Call): () => void {
    const [, list] = lists.exec(path) ?? [];
    if (method !== 'GET' || list === undefined) return () => undefined;
    const page: Page = { name, hits, list, startedAt: Date.now(), endedAt: Number.POSITIVE_INFINITY };
    this.#pages.push(page);
    return () => {
      page.endedAt = Date.now();
    };
  }

  /** How many lists were read. */
  get count(): number {
    return this.#pages.length;
  }

  /** Pages that were asked for while another replica, which nothing had befallen, still read the same list. */
  overlapping(): readonly string[] {
    return this.#pages.flatMap((page) =>
      this.#pages
        .filter(
          (other) =>
            other.name !== page.name &&
            other.list === page.list &&
            other.startedAt < page.startedAt &&
            page.startedAt < Math.min(other.endedAt, hitAt(other)),
        )
        .map((other) => `${page.list}: ${page.name} while ${other.name}`),
    );
  }
}

/** From when on another may go on where a page was being read. */
function hitAt({ hits, startedAt }: Page): number {
  return Math.min(...hits.filter(({ until }) => until >= startedAt).map(({ from }) => from));
}
