// What an import would change, which lines it can't take and why, and the yes that names the number.
import type { RowFault, TenantImport } from '../../domain/batch/tenant-import.js';
import type { Person } from '../../domain/person.js';
import { mostTagCharacters, mostTags } from '../../domain/tag.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { messageView } from '../render/message.js';
import { listButton } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { joined, literal } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal } from '../words/text-types.js';
import { batchAsk, changeLine } from './batch-lines.js';

/** An import that is asked about. */
export interface AskedImport {
  /** Of the batch that the yes begins. */
  readonly batchId: string;
  readonly found: TenantImport;
  /** To whom all of them are given, where that's all. Absent: each has a change of its own. */
  readonly owner?: Person | undefined;
  /** What becomes of tenants that were asked for and aren't changed. */
  readonly beside: readonly Literal[];
  /** Whether its yes is to ask a second admin first. */
  readonly takesSecond: boolean;
  readonly tenantOf: (tenantId: string) => Tenant | undefined;
  /** The name that may have been meant by one that no tenant has. */
  readonly meantBy: (given: string) => string | undefined;
}

// As many of each as a person reads through; a file with more is corrected from the top.
const mostLines = 8;

/** The question in one line. */
export function importTitle({ found, owner }: Pick<AskedImport, 'found' | 'owner'>, { words }: ViewContext): Literal {
  const count = found.changes.length;
  return count > 0 ? batchAsk({ action: { do: 'import', owner }, count }, words) : words.importing.nothing;
}

/** The preview. Without anything to change it has no yes. */
export function importView(asked: AskedImport, context: ViewContext): Card {
  const { batchId, found, owner, beside, takesSecond, tenantOf, meantBy } = asked;
  const { words } = context;
  const { importing, batches } = words;
  const { changes, unchanged, bad } = found;
  const title = importTitle(asked, context);
  const hasWork = changes.length > 0;
  const says = takesSecond ? words.secondAdmin.ask : batches.yes[owner ? 'assign' : 'import'];
  const yes: Button = {
    title: says,
    tooltip: words.buttons.about({ title: says, subject: title }),
    verb: 'import.begin',
    data: { batchId },
    style: 'positive',
  };
  const data = {
    title,
    notice: '',
    ways: '',
    links: [],
    lines: [
      ...changes
        .slice(0, mostLines)
        .map(({ tenantId, change }) => changeLine(tenantOf(tenantId)?.customer.displayName ?? tenantId, change, words)),
      ...(changes.length > mostLines ? [importing.more({ count: changes.length - mostLines })] : []),
      ...(hasWork && takesSecond ? [words.secondAdmin.willBeAsked] : []),
      ...beside,
      ...(unchanged > 0 ? [importing.unchanged({ count: unchanged })] : []),
      ...(bad.length > 0 ? [importing.bad({ count: bad.length })] : []),
      ...bad
        .slice(0, mostLines)
        .map(({ line, fault }) => importing.line({ line, why: rowFaultWords(fault, meantBy, words) })),
      ...(bad.length > mostLines ? [importing.moreBad({ count: bad.length - mostLines })] : []),
    ],
    notes: hasWork ? [batches.asByButton] : [],
    tickets: [],
    toType: '',
    typeNumber: '',
    numberLabel: '',
    numberError: '',
    actions: hasWork ? [yes] : [],
    others: [listButton({}, words, hasWork ? words.buttons.cancel : words.buttons.allTenants)],
  };
  return render('batch', data, frameOf(context, title));
}

/** Why a line, or what an earlier import had for a tenant, can’t be taken. `meantBy`: see `AskedImport`. */
export function rowFaultWords(fault: RowFault, meantBy: AskedImport['meantBy'], { importing }: Words): Literal {
  const { why } = importing;
  switch (fault.is) {
    case 'unknownTenant': {
      const meant = meantBy(fault.given);
      const unknown = why.unknownTenant({ given: literal(fault.given, 60) });
      return meant === undefined ? unknown : joined([unknown, why.didYouMean({ name: literal(meant, 60) })]);
    }
    case 'unknownColumn':
    case 'ambiguous':
    case 'unknownTemplate':
    case 'unknownOwner':
    case 'ambiguousOwner':
    case 'mayNotOwn':
    case 'ownerNotChecked':
    case 'ownedByOther':
    case 'askerNotChecked':
      return why[fault.is]({ given: literal(fault.given, 60) });
    case 'notTags':
      return why.notTags({ given: literal(fault.given, 60), most: mostTagCharacters });
    case 'twice':
      return why.twice({ first: fault.first });
    case 'tooManyTags':
      return why.tooManyTags({ most: mostTags });
    case 'noTenant':
    case 'offboarding':
      return why[fault.is];
    default:
      return fault satisfies never;
  }
}

/** The columns that say something, by their titles. */
export function columnTitles({ exporting: { columns } }: Words) {
  const { tenantId: id, domain, tenant, tags, template, owner } = columns;
  return { id, domain, tenant, tags, template, owner };
}

/** How to import. `lines`: what is said first. */
export function importHelpView(lines: readonly Literal[], context: ViewContext): Card {
  const { importing } = context.words;
  const columns = importing.columns(columnTitles(context.words));
  return messageView({ title: importing.title, lines: [...lines, importing.howTo, columns] }, context);
}
