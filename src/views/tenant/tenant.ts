// A tenant's card.

import { missingChoice } from '../../domain/access/access-templates.js';
import type { Limitation } from '../../domain/access/limitation.js';
import type { IssuedCertificate } from '../../domain/offboarding/certificate.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { Words } from '../catalogue.js';
import { adminCenterLinks } from '../explain/admin-centers.js';
import { coverageSentences, keepingSentences, repairSentences } from '../explain/coverage-words.js';
import { delegatedAdminNote } from '../explain/delegated-admin-words.js';
import { byHandLinks, earlierSentences } from '../explain/earlier-words.js';
import { historyLines } from '../explain/history-words.js';
import { wordsFor } from '../explain/limitation-words.js';
import { manualRemovalLinks, manualRemovalSentences } from '../explain/manual-removal.js';
import { type EarlierNews, earlierNewsLine } from '../explain/notices.js';
import { styleOf } from '../explain/status-style.js';
import { statusSentences, unlistedSentences } from '../explain/status-words.js';
import { wayToOffboarding } from '../offboarding/buttons.js';
import { certificateButton } from '../offboarding/certificates.js';
import { offboardedWords } from '../offboarding/past-offboarding.js';
import { offboardingSentence } from '../offboarding/stage-words.js';
import { frameOf, type ViewContext } from '../render/context.js';
import { memoize } from '../render/memoize.js';
import { type ListPosition, leftoversButton, listButton, tooltipFor } from '../render/navigation.js';
import { type Card, render } from '../render/templates.js';
import { joined, literal, phrase } from '../render/text.js';
import type { Button } from '../render/verbs.js';
import type { Literal, Markdown } from '../words/text-types.js';
import { isInMenu, tenantButtons } from './buttons.js';
import { factRows } from './fact-rows.js';
import { groupRows } from './group-rows.js';
import { progressRows } from './progress-rows.js';
import { awaitedSentences } from './second-admin.js';

const shownEvents = 5;

/** What the card says beyond the tenant itself. */
export interface TenantCardExtras {
  /** First line of a message. */
  readonly headline?: Literal | undefined;
  /** The news that the message came with, once the card shows something newer. */
  readonly told?: EarlierNews | undefined;
  /** Answer to the last click. */
  readonly notice?: Literal | undefined;
  readonly position?: ListPosition | undefined;
}

/** The card of a tenant, with all details and the buttons of its status. */
export function tenantView(tenant: Tenant, context: ViewContext, extras: TenantCardExtras = {}): Card {
  return memoizedTenant(tenant, context, extras);
}

const memoizedTenant = memoize(drawTenant);

function drawTenant(tenant: Tenant, context: ViewContext, extras: TenantCardExtras): Card {
  const { customer, onboarding, status, history, offboarding } = tenant;
  const { words } = context;
  const { buttons } = words;
  const style = styleOf(status, words);
  const name = literal(customer.displayName);
  const position = extras.position ?? {};
  // The card says how to remove leftover access as long as there is any.
  const hasLeftoverAccess = status === 'notConfigured' && tenant.leftoverAccess !== 'none' && !offboarding;
  // A tenant that's configured again has a new story.
  const offboarded = status === 'notConfigured' && !offboarding ? context.certificateOf?.(tenant.tenantId) : undefined;
  const progress = offboarding ? [] : progressRows(tenant, context);
  const data = {
    headline: extras.headline ?? '',
    told: extras.told ? earlierNewsLine(extras.told, words) : '',
    notice: extras.notice ?? '',
    name,
    domain: literal(customer.domain),
    tenantId: tenant.tenantId,
    status: phrase`${style.icon} ${style.word}`,
    colour: style.colour,
    // Nothing else can be done to it meanwhile, so nothing else is suggested.
    sentences: offboarding
      ? [offboardingSentence(offboarding, words)]
      : [
          ...(offboarded ? [offboardedSentence(offboarded, tenant, words)] : []),
          ...(missingChoice(context.templates, tenant) === undefined ? [] : [words.tenant.templateMissing]),
          ...coverageSentences(tenant, context),
          ...repairSentences(tenant, context),
          // The offboarding explains why nothing is configured; what came later is told beside it.
          ...(offboarded && tenant.leftoverAccess === 'none'
            ? []
            : statusSentences(tenant, context, progress.length > 0)),
          ...unlistedSentences(tenant, words),
          ...(hasLeftoverAccess ? manualRemovalSentences(tenant, words) : []),
        ],
    limitations: (offboarding ? [] : (onboarding?.limitations ?? [])).map((each) => limitationRow(each, words)),
    progress,
    delegatedAdmin: delegatedAdminNote(tenant.delegatedAdmin, words),
    facts: factRows(tenant, context, offboarded),
    groups: groupRows(tenant, context),
    history: historyLines(history, shownEvents, words),
    centersTitle: words.tenant.adminCenters.title,
    centers: adminCenters(tenant, words),
    keeping: offboarding
      ? []
      : [
          ...awaitedSentences(tenant, context),
          ...keepingSentences(tenant, context),
          ...earlierSentences(tenant, words),
        ],
    links: hasLeftoverAccess ? manualRemovalLinks(tenant, words) : byHandLinks(tenant, words),
    // A former customer is in the other list.
    actions: [
      // What was just given back isn't to be asked for again.
      ...tenantButtons(tenant, position, context).map((button) => (offboarded ? withoutStress(button) : button)),
      ...(offboarded ? [certificateButton(offboarded, buttons.certificate, words)] : []),
      ...wayToOffboarding(tenant, position, context),
      tenant.formerCustomer ? leftoversButton(buttons.leftovers, words) : listButton(position, words),
    ].map((button) => ({ ...button, mode: isInMenu(button) ? 'secondary' : 'primary' })),
  };
  return render('tenant', data, frameOf(context, phrase`${name}: ${style.word}`, tenant.tenantId));
}

function withoutStress(button: Button): Button {
  return { ...button, style: 'default' };
}

function offboardedSentence(certificate: IssuedCertificate, { formerCustomer }: Tenant, words: Words): Markdown {
  const said = offboardedWords(certificate, words);
  return formerCustomer ? said : joined([said, words.tenant.offboarded.again]);
}

// What doesn't fit into a line on a phone is in the menu beside it.
const centersInLine = 3;

function adminCenters(tenant: Tenant, words: Words) {
  return adminCenterLinks(tenant, words).map(({ title, url }, index) => ({
    title,
    url,
    tooltip: tooltipFor(title, tenant, words),
    mode: index < centersInLine ? 'primary' : 'secondary',
  }));
}

// Who may have ended it is part of the news of lost access, which come with this card.
function limitationRow(limitation: Limitation, words: Words): Literal {
  const { title, cause } = wordsFor(limitation, words);
  return limitation.code === 'relationshipLost' ? phrase`${title}. ${cause}` : title;
}
